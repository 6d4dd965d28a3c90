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
# Each instruction set of the vector kernel takes three quarters of a minute with the undefined-behaviour sanitizer, and a few
# seconds without; its formulas are checked by it where they stand once more for one family (tax/formulas.cpp).
if(ALLTOGETHER_SANITIZERS MATCHES "undefined")
    set_source_files_properties(src/models/budget_fairness/engine/kernel.cpp PROPERTIES
        COMPILE_OPTIONS -fno-sanitize=undefined)
endif()
if(ALLTOGETHER_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

# A build from nothing, as bin/test begins one, takes a fifth less when the compiler reads about a dozen sources as one, and
# half of the rest where it does not optimise slices and composition, which compute little: a group of seven sources of a
# slice takes 4.1 s of processor time instead of 7.9. One that follows each save is better off without.
option(ALLTOGETHER_UNITY "Compile sources in groups, for builds from nothing" OFF)

find_program(CCACHE ccache)
if(CCACHE AND NOT ALLTOGETHER_UNITY)
    # A precompiled header is cached too: its time stamp must not count, and its macros are our own.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
    add_compile_options("SHELL:-Xclang -fno-pch-timestamp")
endif()
# The heavy headers are read once; tools/check_includes.py sees to it that each file includes what it uses all the same. The
# build for fuzzing does without.
set(ALLTOGETHER_PCH ON)
if(ALLTOGETHER_FUZZ)
    set(ALLTOGETHER_PCH OFF)
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
        set(header precompiled_slices)
    endif()
    if(ALLTOGETHER_PCH)
        target_precompile_headers(${target} REUSE_FROM ${header})
    endif()
    read_as_one(${target})
endfunction()

# add_precompiled(NAME HEADERS headers... [OPTIONS options...] [LINKS targets...]): a precompiled header serves only those who
# compile with its options.
function(add_precompiled name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;OPTIONS;LINKS")
    add_library(${name} OBJECT ${CMAKE_SOURCE_DIR}/cmake/precompiled.cpp)
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
    target_compile_options(${name} PRIVATE ${arg_OPTIONS})
    target_link_libraries(${name} PRIVATE ${arg_LINKS})
    list(TRANSFORM arg_HEADERS PREPEND ${CMAKE_SOURCE_DIR}/ REGEX "^[^<]")
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

if(ALLTOGETHER_PCH)
    add_precompiled(precompiled HEADERS cmake/precompiled.h)
endif()
if(ALLTOGETHER_UNITY)
    add_precompiled(precompiled_slices HEADERS cmake/precompiled_slices.h OPTIONS -O0)
    find_package(Python3 REQUIRED COMPONENTS Interpreter)
    execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/unity_groups.py ${CMAKE_SOURCE_DIR}
        ${CMAKE_BINARY_DIR}/unity_groups.cmake COMMAND_ERROR_IS_FATAL ANY)
    include(${CMAKE_BINARY_DIR}/unity_groups.cmake)
endif()
