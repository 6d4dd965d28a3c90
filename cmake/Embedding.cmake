# Files that travel inside the binary: migrations, catalogues, the browser's assets, data (src/base/embedded.h).
find_package(Python3 REQUIRED COMPONENTS Interpreter)
find_program(MSGCAT msgcat REQUIRED)
find_program(MSGFMT msgfmt REQUIRED)
find_program(NODE node)

# locale/fr/*.po -> catalogues/fr.mo, refused by msgfmt --check where a header or plural form is wrong.
file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/catalogues ${CMAKE_BINARY_DIR}/assets)
file(GLOB languages RELATIVE ${CMAKE_SOURCE_DIR}/locale CONFIGURE_DEPENDS locale/*)
set(compiled_catalogues "")
foreach(language ${languages})
    file(GLOB catalogues CONFIGURE_DEPENDS locale/${language}/*.po)
    if(NOT catalogues)
        continue()
    endif()
    set(compiled ${CMAKE_BINARY_DIR}/catalogues/${language}.mo)
    add_custom_command(
        OUTPUT ${compiled}
        COMMAND ${MSGCAT} --use-first --force-po --output-file ${CMAKE_BINARY_DIR}/${language}.po ${catalogues}
        COMMAND ${MSGFMT} --check -o ${compiled} ${CMAKE_BINARY_DIR}/${language}.po
        DEPENDS ${catalogues} COMMENT "Catalogue ${language}" VERBATIM)
    list(APPEND compiled_catalogues ${compiled})
endforeach()

# Browser assets: web/build.mjs writes finished files, whose names carry a hash.
set(asset_stamp "")
file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS web/*)
file(GLOB installed_modules CONFIGURE_DEPENDS node_modules/.package-lock.json)
if(EXISTS ${CMAKE_SOURCE_DIR}/web/build.mjs AND installed_modules AND NODE)
    set(asset_stamp ${CMAKE_BINARY_DIR}/assets.stamp)
    add_custom_command(
        OUTPUT ${asset_stamp}
        COMMAND ${CMAKE_COMMAND} -E rm -rf ${CMAKE_BINARY_DIR}/assets
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_BINARY_DIR}/assets
        COMMAND ${NODE} ${CMAKE_SOURCE_DIR}/web/build.mjs --out ${CMAKE_BINARY_DIR}/assets
        COMMAND ${CMAKE_COMMAND} -E touch ${asset_stamp}
        WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
        DEPENDS ${web_sources} ${installed_modules} COMMENT "Browser assets" VERBATIM)
else()
    message(WARNING "No browser assets: web/build.mjs, node_modules or node is missing (npm ci brings node_modules).")
endif()

file(GLOB migrations CONFIGURE_DEPENDS db/migrations/*.sql)
file(GLOB_RECURSE data CONFIGURE_DEPENDS data/*.csv data/*.source data/*.toml)
set(embedded_source ${CMAKE_BINARY_DIR}/embedded.cpp)
add_custom_command(
    OUTPUT ${embedded_source}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/embed.py --out ${embedded_source}
        migrations=${CMAKE_SOURCE_DIR}/db/migrations catalogues=${CMAKE_BINARY_DIR}/catalogues
        assets=${CMAKE_BINARY_DIR}/assets data=${CMAKE_SOURCE_DIR}/data:.csv,.source,.toml
    DEPENDS cmake/embed.py ${migrations} ${compiled_catalogues} ${asset_stamp} ${data}
    COMMENT "Embedding files" VERBATIM)
add_library(embedded STATIC ${embedded_source})
target_include_directories(embedded PRIVATE ${CMAKE_SOURCE_DIR}/src)
