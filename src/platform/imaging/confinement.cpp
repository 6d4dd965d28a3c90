#include "platform/imaging/confinement.h"

#include <array>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

#include <seccomp.h>
#include <sys/resource.h>
#include <unistd.h>

namespace imaging {
namespace {

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define ALLTOGETHER_RESERVES_MEMORY
#endif
#endif

void limit(__rlimit_resource what, std::int64_t most) {
    const rlimit bound{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    if (::setrlimit(what, &bound) != 0)
        throw std::runtime_error{"no limit could be set: " + std::generic_category().message(errno)};
}

void set_limits(const Confinement& confinement) {
#ifndef ALLTOGETHER_RESERVES_MEMORY
    limit(RLIMIT_AS, confinement.memory);
#endif
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, confinement.open_files);
    limit(RLIMIT_CORE, 0);
}

// What computing with threads takes, and the socket. None of them opens anything or reaches another process.
constexpr std::array kAllowed{
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(recvfrom),
    SCMP_SYS(sendto),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(close),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getcpu),
    SCMP_SYS(sysinfo),
    SCMP_SYS(getrandom),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrusage),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(membarrier),
    SCMP_SYS(fstat),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

// A new thread, which shares everything, and never a new process. clone3 hides its flags behind a pointer: it is said
// not to be there, and the C library asks by clone instead.
int allow_threads(scmp_filter_ctx filter) {
    constexpr scmp_datum_t kThread = 0x0001'0000;  // CLONE_THREAD
    const scmp_arg_cmp is_thread{0, SCMP_CMP_MASKED_EQ, kThread, kThread};
    const int threads = seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, &is_thread);
    return threads != 0 ? threads : seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
}

// To end itself, as abort() does; no other process is in reach.
int allow_abort(scmp_filter_ctx filter) {
    const scmp_arg_cmp is_itself{0, SCMP_CMP_EQ, static_cast<scmp_datum_t>(::getpid()), 0};
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1, &is_itself);
}

void filter_calls() {
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter) throw std::runtime_error{"no filter of system calls could be made"};
    int failed = seccomp_attr_set(filter, SCMP_FLTATR_CTL_TSYNC, 1);  // for the threads that there are, too
    for (const int call : kAllowed)
        if (failed == 0) failed = seccomp_rule_add(filter, SCMP_ACT_ALLOW, call, 0);
    if (failed == 0) failed = allow_threads(filter);
    if (failed == 0) failed = allow_abort(filter);
    if (failed == 0) failed = seccomp_load(filter);
    seccomp_release(filter);
    if (failed != 0)
        throw std::runtime_error{"the kernel takes no filter of system calls: " +
                                 std::generic_category().message(-failed)};
}

}  // namespace

void shut_in(const Confinement& confinement) {
    set_limits(confinement);
    filter_calls();
}

}  // namespace imaging
