# The suites of one test program as tests of ctest, which reads this each time it begins: NAME and PROGRAM are set.
# They are asked for anew when the program was built anew.
if(NOT EXISTS "${PROGRAM}")
    add_test("${NAME}: not built" "${PROGRAM}")
    return()
endif()
set(suites_file "${PROGRAM}_suites.cmake")
if(NOT EXISTS "${suites_file}" OR "${PROGRAM}" IS_NEWER_THAN "${suites_file}"
    OR "${CMAKE_CURRENT_LIST_FILE}" IS_NEWER_THAN "${suites_file}")
    execute_process(COMMAND "${PROGRAM}" --gtest_list_tests OUTPUT_VARIABLE listed COMMAND_ERROR_IS_FATAL ANY)
    # A suite stands at the beginning of a line and ends with a full stop; its tests stand below, behind blanks.
    string(REGEX MATCHALL "\n[^ \n#]+\\." suites "\n${listed}")
    set(lines "")
    foreach(suite IN LISTS suites)
        string(REGEX REPLACE "^\n(.+)\\.$" "\\1" suite "${suite}")
        string(APPEND lines "add_test([=[${NAME}: ${suite}]=] [=[${PROGRAM}]=] [=[--gtest_filter=${suite}.*]=])\n"
            "set_tests_properties([=[${NAME}: ${suite}]=] PROPERTIES TIMEOUT 600)\n")
    endforeach()
    file(WRITE "${suites_file}" "${lines}")
endif()
include("${suites_file}")
