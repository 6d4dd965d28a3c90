# Compiler flags, the same for every target, so that one precompiled header serves all.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR})

set(CMAKE_CXX_FLAGS_DEV "-O1 -g1 -fno-omit-frame-pointer -D_GLIBCXX_ASSERTIONS")
set(CMAKE_CXX_FLAGS_SHIP "-O2 -g1 -fno-omit-frame-pointer -fstack-protector-strong -D_FORTIFY_SOURCE=2")
set(CMAKE_EXE_LINKER_FLAGS_SHIP "-Wl,--gc-sections -Wl,-z,relro,-z,now")

add_compile_options(
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor
    -Woverloaded-virtual -Wimplicit-fallthrough -Wextra-semi -Wno-missing-field-initializers
    -Wno-missing-designated-field-initializers -fcolor-diagnostics -ffunction-sections -pthread)
add_link_options(-fuse-ld=lld)
# spdlog's package is compiled against the system's fmt; all targets agree on it.
add_compile_definitions(SPDLOG_SHARED_LIB SPDLOG_COMPILED_LIB SPDLOG_FMT_EXTERNAL)

if(ALLTOGETHER_SANITIZERS)
    add_compile_options(-fsanitize=${ALLTOGETHER_SANITIZERS} -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${ALLTOGETHER_SANITIZERS})
endif()
if(ALLTOGETHER_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# A build from nothing, as bin/test begins one, takes a fifth less when the compiler reads about a dozen sources as one, and
# does not optimise the composition, which runs little. One that follows each save is better off without.
option(ALLTOGETHER_UNITY "Compile sources in groups, for builds from nothing" OFF)

find_program(CCACHE ccache)
if(CCACHE AND NOT ALLTOGETHER_UNITY)
    # A precompiled header is cached too: its time stamp must not count, and its macros are our own.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
endif()
# The heavy headers are read once. The builds for the thread sanitizer and for fuzzing do without: there, each file must
# include what it uses itself.
set(ALLTOGETHER_PCH OFF)
if(NOT ALLTOGETHER_SANITIZERS STREQUAL "thread" AND NOT ALLTOGETHER_FUZZ)
    set(ALLTOGETHER_PCH ON)
endif()
# read_as_one(TARGET): its sources in the groups that cmake/unity_groups.py found.
function(read_as_one target)
    if(ALLTOGETHER_UNITY)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    endif()
endfunction()

# The common part of every target of ours. UNOPTIMISED: where sources are read in groups.
function(use_house_rules target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "UNOPTIMISED" "" "")
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    set(header precompiled)
    if(arg_UNOPTIMISED AND ALLTOGETHER_UNITY)
        target_compile_options(${target} PRIVATE -O0)
        set(header precompiled_unoptimised)
    endif()
    if(ALLTOGETHER_PCH)
        target_precompile_headers(${target} REUSE_FROM ${header})
    endif()
    read_as_one(${target})
endfunction()

# A precompiled header serves only those who compile with its options.
function(add_precompiled name)
    add_library(${name} OBJECT ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
    target_compile_options(${name} PRIVATE ${ARGN})
    target_precompile_headers(${name} PRIVATE ${CMAKE_SOURCE_DIR}/cmake/precompiled.h)
endfunction()

if(ALLTOGETHER_PCH)
    add_precompiled(precompiled)
endif()
if(ALLTOGETHER_UNITY)
    add_precompiled(precompiled_unoptimised -O0)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/unity_groups.py ${CMAKE_SOURCE_DIR}
        ${CMAKE_BINARY_DIR}/unity_groups.cmake COMMAND_ERROR_IS_FATAL ANY)
    include(${CMAKE_BINARY_DIR}/unity_groups.cmake)
endif()
