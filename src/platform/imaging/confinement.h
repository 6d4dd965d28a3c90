// platform/imaging/confinement.h - what a process can no longer do once it has shut itself in.
#pragma once
#include <cstdint>

namespace imaging {

struct Confinement {
    std::int64_t memory;  // bytes of address space
    int open_files;       // as many as it has open: then there is no number left for another
};

// For the rest of its life this process opens no file and no connection, writes no file, starts no program, and takes
// no more than this memory: it computes, and talks through the sockets that it has. What is not needed for that is
// refused by the kernel (seccomp; resource limits). std::runtime_error when the kernel does not take it.
// A build with the address sanitizer, which reserves terabytes, has no bound on memory.
void shut_in(const Confinement& confinement);

}  // namespace imaging
