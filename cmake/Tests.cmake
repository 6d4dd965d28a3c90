# Test programs: one for each folder that has *_test.cpp, whose suites ctest runs and counts, each in a process of its own;
# then those of tests/, which start the whole program and are run test by test.
if(NOT BUILD_TESTING)
    return()
endif()
find_package(GTest REQUIRED)
find_package(rapidcheck REQUIRED)

# These have threads of their own: bin/test runs them once more under the thread sanitizer.
set(ALLTOGETHER_CONCURRENT base platform_runtime platform_db platform_jobs platform_mail platform_http)

# Helpers for tests near the database; base and runtime tests do without, since they stand below it.
file(GLOB_RECURSE support_sources CONFIGURE_DEPENDS tests/support/*.cpp)
file(GLOB_RECURSE support_headers CONFIGURE_DEPENDS tests/support/*.h)
add_library(test_support INTERFACE)
target_include_directories(test_support INTERFACE ${CMAKE_SOURCE_DIR})
if(support_sources)
    set(near_database base embedded platform_runtime platform_db)
    list(TRANSFORM near_database REPLACE "(.+)" "$<TARGET_NAME_IF_EXISTS:\\1>")
    add_library(test_support_objects STATIC ${support_sources})
    target_include_directories(test_support_objects PRIVATE ${CMAKE_SOURCE_DIR})
    target_link_libraries(test_support_objects PUBLIC ${near_database} GTest::gtest)
    use_house_rules(test_support_objects)
    target_link_libraries(test_support INTERFACE test_support_objects)
endif()

# The tests themselves are compiled without optimisation, which takes half the time; what they test is compiled as ever.
set(test_options -O0)
if(ALLTOGETHER_PCH)
    add_precompiled(precompiled_test
        HEADERS cmake/precompiled.h <gtest/gtest.h> OPTIONS ${test_options} LINKS GTest::gtest)
endif()
if(ALLTOGETHER_UNITY)
    add_precompiled(precompiled_test_slices
        HEADERS cmake/precompiled_slices.h <gtest/gtest.h> src/platform/http/testing.h tests/support/databases.h
        OPTIONS ${test_options} LINKS GTest::gtest)
endif()

# add_test_program(NAME [EACH_ALONE] SOURCES files... [LINKS targets...])
function(add_test_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "EACH_ALONE" "" "SOURCES;LINKS")
    add_executable(${name} ${arg_SOURCES})
    target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR})
    target_link_libraries(${name} PRIVATE ${arg_LINKS} GTest::gtest_main rapidcheck)
    target_compile_options(${name} PRIVATE ${test_options})
    target_compile_definitions(${name} PRIVATE SOURCE_DIR="${CMAKE_SOURCE_DIR}" BINARY_DIR="${CMAKE_BINARY_DIR}")
    if(ALLTOGETHER_UNITY AND name MATCHES "^(people|ports|feature|app|contracts|scenarios|crash)_")
        target_precompile_headers(${name} REUSE_FROM precompiled_test_slices)
    elseif(ALLTOGETHER_PCH)
        target_precompile_headers(${name} REUSE_FROM precompiled_test)
    endif()
    read_as_one(${name})
    set_property(GLOBAL APPEND PROPERTY test_programs ${name})
    if(arg_EACH_ALONE)
        gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 TEST_PREFIX "${name}: "
            PROPERTIES TIMEOUT 300 COST 60)  # long ones begin early
    else()
        set(suites ${CMAKE_BINARY_DIR}/${name}_include.cmake)
        file(CONFIGURE OUTPUT ${suites} CONTENT [[
set(NAME @name@)
set(PROGRAM @CMAKE_BINARY_DIR@/@name@)
include(@CMAKE_SOURCE_DIR@/cmake/Suites.cmake)
]] @ONLY)
        set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${suites})
    endif()
endfunction()

get_property(tested GLOBAL PROPERTY tested_folders)
foreach(folder ${tested})
    get_property(sources GLOBAL PROPERTY tests_of_${folder})
    set(support test_support)
    if(folder MATCHES "^(base|platform_runtime)$")
        set(support "")
    endif()
    add_test_program(${folder}_test SOURCES ${sources} LINKS ${folder} ${support})
endforeach()

foreach(kind contracts scenarios crash)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS tests/${kind}/*.cpp)
    if(sources AND TARGET app)
        add_test_program(${kind}_test EACH_ALONE SOURCES ${sources} LINKS app test_support)
    endif()
endforeach()

# One target for the concurrent tests; the dev build's ctest runs what the preset tsan built of it.
add_custom_target(concurrent_tests)
get_property(programs GLOBAL PROPERTY test_programs)
foreach(folder ${ALLTOGETHER_CONCURRENT})
    set(program ${folder}_test)
    if(NOT program IN_LIST programs)
        continue()
    endif()
    add_dependencies(concurrent_tests ${program})
    if(ALLTOGETHER_SANITIZERS STREQUAL "address,undefined")
        add_test(NAME "tsan: ${program}" COMMAND ${CMAKE_SOURCE_DIR}/build/tsan/${program} --gtest_brief=1)
        set_tests_properties("tsan: ${program}" PROPERTIES LABELS tsan TIMEOUT 600)
    endif()
endforeach()
