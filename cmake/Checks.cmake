# Checks of the source itself, as tests beside the others, so that one summary counts them all.
if(NOT BUILD_TESTING OR NOT ALLTOGETHER_SANITIZERS STREQUAL "address,undefined")
    return()
endif()

# add_check(NAME command...)
function(add_check name)
    add_test(NAME "check: ${name}" COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties("check: ${name}" PROPERTIES LABELS check TIMEOUT 300)
endfunction()

add_check(levels tools/check_levels.py)
add_check(homes tools/check_homes.py)
add_check(includes tools/check_includes.py)
add_check(catalogues tools/check_catalogues.py)
add_check(format tools/check_format)
add_check(packs tools/seal_packs --check)
add_check(naming tools/check_naming.py)
if(EXISTS ${CMAKE_SOURCE_DIR}/web/tsconfig.json)
    add_check(types npm run --silent check)
endif()
if(EXISTS ${CMAKE_SOURCE_DIR}/web/check_contrast.mjs)
    add_check(contrast npm run --silent contrast)
endif()
# The design system's own pages in Chromium: axe-core, strict policy, small screens; then each browser enhancement.
if(EXISTS ${CMAKE_SOURCE_DIR}/web/specimen/check.mjs)
    add_check(specimens npm run --silent specimens)
    add_check(behaviour npm run --silent behaviour)
    set_tests_properties("check: specimens" PROPERTIES COST 45 TIMEOUT 600)
endif()

# Stories of supporters and staff in Chromium, each file against a program of its own; all begin with one demo.
set(journeys_demo ${CMAKE_BINARY_DIR}/journeys_demo)
if(TARGET alltogether)
    add_test(NAME "journeys: the demo" COMMAND node tests/browser/seed_demo.mjs ${journeys_demo}
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties("journeys: the demo" PROPERTIES FIXTURES_SETUP demo TIMEOUT 300
        ENVIRONMENT "ALLTOGETHER=$<TARGET_FILE:alltogether>")
endif()
foreach(story every_page supporters staff newsroom jobs integrity comments voices mosaic endorsements delivery count_proof fraud_guard passkeys
        integrations people email_list mailings sending whole_list partners pictures_library fairness news_reading presentations message_guides representatives letters editor_letters dossiers search champions)
    if(TARGET alltogether AND EXISTS ${CMAKE_SOURCE_DIR}/tests/browser/${story}.mjs)
        add_test(NAME "journeys: ${story}" COMMAND node tests/browser/${story}.mjs WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
        set_tests_properties("journeys: ${story}" PROPERTIES
            LABELS journeys COST 95 TIMEOUT 1200 FIXTURES_REQUIRED demo
            ENVIRONMENT "ALLTOGETHER=$<TARGET_FILE:alltogether>;ALLTOGETHER_DEMO=${journeys_demo}")
    endif()
endforeach()
set_tests_properties("journeys: every_page" PROPERTIES COST 300)  # the longest begins first

file(GLOB self_tests RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS tools/*_test.py)
foreach(test ${self_tests})
    get_filename_component(tool ${test} NAME_WE)
    string(REGEX REPLACE "_test$" "" tool ${tool})
    add_check("${tool} itself" ${Python3_EXECUTABLE} ${test})
endforeach()

# tests/must_not_compile/*.cpp: each safety that a type gives is a case that the compiler refuses.
file(GLOB cases RELATIVE ${CMAKE_SOURCE_DIR} CONFIGURE_DEPENDS tests/must_not_compile/*.cpp)
foreach(case ${cases})
    get_filename_component(name ${case} NAME_WE)
    string(REPLACE "_" " " name ${name})
    add_test(NAME "must not compile: ${name}" WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        COMMAND tools/check_must_not_compile.py ${case} -- ${CMAKE_CXX_COMPILER} -std=c++23 -Werror=unused-result -Isrc -I.)
    set_tests_properties("must not compile: ${name}" PROPERTIES LABELS check TIMEOUT 120)
endforeach()
