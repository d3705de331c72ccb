# How a layer, a program, a test and a benchmark are declared.

add_library(heliograph_options INTERFACE)
target_compile_options(heliograph_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    $<$<BOOL:${HELIOGRAPH_WERROR}>:-Werror>)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(heliograph_options INTERFACE -fpch-preprocess) # without it ccache refuses precompiled headers
endif()
target_compile_definitions(heliograph_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS QT_DISABLE_DEPRECATED_BEFORE=0x060400
    HELIOGRAPH_VERSION="${PROJECT_VERSION}")
target_include_directories(heliograph_options INTERFACE ${CMAKE_SOURCE_DIR}/src)
if(HELIOGRAPH_SANITIZE)
    target_compile_options(heliograph_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined
        -fsanitize-recover=nonnull-attribute # so that tests/ubsan.supp can name Qt's; UBSAN_OPTIONS halts on every other
        -fno-omit-frame-pointer)
    target_link_options(heliograph_options INTERFACE -fsanitize=address,undefined)
endif()
if(HELIOGRAPH_FUZZ) # the targets add the fuzzer itself
    target_compile_options(heliograph_options INTERFACE -fsanitize=fuzzer-no-link,address,undefined
                           -fno-sanitize-recover=undefined -fno-omit-frame-pointer)
    target_link_options(heliograph_options INTERFACE -fsanitize=address,undefined)
endif()
find_program(MOLD_LINKER mold)
if(MOLD_LINKER AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_link_options(heliograph_options INTERFACE -fuse-ld=mold)
endif()

set(HELIOGRAPH_PCH_CORE
    <QtCore/QtCore> <tl/expected.hpp> <chrono> <functional> <memory> <optional> <span> <string> <string_view> <variant> <vector>)
set(HELIOGRAPH_PCH_GUI ${HELIOGRAPH_PCH_CORE} <QtWidgets/QtWidgets>)

# add_layer(<name> [USES <layer>...] [LINK <library>...] [PRIVATE_LINK <library>...] [GUI])
# A static library heliograph_<name> of every source below src/<name>. USES names the layers it may include.
function(add_layer name)
    cmake_parse_arguments(L "GUI" "" "USES;LINK;PRIVATE_LINK" ${ARGN})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.h
         ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.qrc)
    if(NOT sources)
        return()
    endif()
    add_library(heliograph_${name} STATIC ${sources})
    target_link_libraries(heliograph_${name} PUBLIC heliograph_options Qt6::Core tl::expected ${L_LINK} PRIVATE ${L_PRIVATE_LINK})
    foreach(used IN LISTS L_USES)
        if(NOT TARGET heliograph_${used})
            continue()
        endif()
        target_link_libraries(heliograph_${name} PUBLIC heliograph_${used})
    endforeach()
    if(L_GUI)
        target_precompile_headers(heliograph_${name} PRIVATE ${HELIOGRAPH_PCH_GUI})
    else()
        target_precompile_headers(heliograph_${name} PRIVATE ${HELIOGRAPH_PCH_CORE})
    endif()
endfunction()

# add_layer_tests(<layer> [LINK <library>...]): one test per tests/<layer>/tst_*.cpp (named <layer>_*) and
# vectors_*.cpp (named vectors_*). The other .cpp files of the folder are helpers, compiled once and linked into each.
# moc is called for each test file itself: automoc costs three times as much, for a header with Q_OBJECT no test has.
function(add_layer_tests layer)
    cmake_parse_arguments(T "" "" "LINK" ${ARGN})
    file(GLOB tests CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${layer}/tst_*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${layer}/vectors_*.cpp)
    file(GLOB helpers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${layer}/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/${layer}/*.h)
    list(REMOVE_ITEM helpers ${tests})
    list(PREPEND T_LINK heliograph_${layer})
    foreach(library IN LISTS T_LINK)
        if(library MATCHES "^heliograph_" AND NOT TARGET ${library}) # programs are no library, nor a layer without a source
            list(REMOVE_ITEM T_LINK ${library})
        endif()
    endforeach()
    if(NOT tests)
        return()
    endif()
    # One precompiled header for all tests of a layer: they are compiled with the same flags.
    set(support test_support_${layer})
    file(GENERATE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${support}.cpp CONTENT "")
    add_library(${support} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${support}.cpp ${helpers})
    set_target_properties(${support} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_precompile_headers(${support} PRIVATE ${HELIOGRAPH_PCH_CORE} <QtTest/QtTest>)
    target_link_libraries(${support} PUBLIC ${T_LINK} Qt6::Test)
    target_include_directories(${support} PUBLIC ${CMAKE_SOURCE_DIR}/tests)
    target_compile_definitions(${support} PUBLIC HELIOGRAPH_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                               HELIOGRAPH_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    foreach(source IN LISTS tests)
        get_filename_component(base ${source} NAME_WE)
        if(base MATCHES "^vectors_")
            set(name ${base})
        else()
            string(REGEX REPLACE "^tst_" "${layer}_" name ${base})
        endif()
        set(moc ${CMAKE_CURRENT_BINARY_DIR}/moc/${layer}/${base}.moc)
        qt_generate_moc(${source} ${moc} TARGET ${support})
        add_executable(test_${name} ${source} ${moc})
        target_link_libraries(test_${name} PRIVATE ${support})
        target_include_directories(test_${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${layer})
        target_precompile_headers(test_${name} REUSE_FROM ${support})
        set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests
                              AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
        add_test(NAME ${name} COMMAND test_${name})
        set_tests_properties(${name} PROPERTIES TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    endforeach()
endfunction()

# Fuzz targets: tests/fuzz/fuzz_*.cpp, each a libFuzzer program (preset fuzz) or, in every other build, a test that
# replays its corpus (tests/fuzz/corpus/<name>).
function(add_fuzz_targets)
    file(GLOB targets CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/fuzz_*.cpp)
    foreach(source IN LISTS targets)
        get_filename_component(base ${source} NAME_WE)
        string(REGEX REPLACE "^fuzz_" "" name ${base})
        if(HELIOGRAPH_FUZZ)
            set(program ${base})
            add_executable(${program} ${source})
            target_link_options(${program} PRIVATE -fsanitize=fuzzer)
            set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/fuzz)
        else()
            set(program test_${base})
            add_executable(${program} ${source} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/replay.cpp)
            set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
            add_test(NAME ${base} COMMAND ${program} ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${name})
            set_tests_properties(${base} PROPERTIES TIMEOUT 60)
        endif()
        # The core alone is built much sooner: what a target wants besides it is compiled into it.
        target_link_libraries(${program} PRIVATE heliograph_domain)
        if(name STREQUAL "csv")
            set(sources ${CMAKE_SOURCE_DIR}/src/sources)
            target_sources(${program} PRIVATE ${sources}/csv/csvreader.cpp ${sources}/csv/decoder.cpp
                           ${sources}/contacts/rowmapper.cpp ${sources}/contacts/cells.cpp ${sources}/contacts/fields.cpp)
        endif()
        target_include_directories(${program} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    endforeach()
endfunction()

# Benchmarks: tests/bench/bench_*.cpp, built only by ./dev bench. WINDOW names those that open the desktop program.
function(add_benchmarks)
    cmake_parse_arguments(B "" "" "LINK;WINDOW" ${ARGN})
    file(GLOB benches CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/bench/bench_*.cpp)
    file(GLOB helpers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/bench/*.cpp ${CMAKE_CURRENT_SOURCE_DIR}/bench/*.h)
    list(REMOVE_ITEM helpers ${benches})
    foreach(source IN LISTS benches)
        get_filename_component(base ${source} NAME_WE)
        add_executable(${base} EXCLUDE_FROM_ALL ${source} ${helpers})
        target_link_libraries(${base} PRIVATE ${B_LINK})
        string(REPLACE "bench_" "" name ${base})
        if(name IN_LIST B_WINDOW)
            target_link_libraries(${base} PRIVATE heliograph_app)
        endif()
        target_include_directories(${base} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
        target_compile_definitions(${base} PRIVATE HELIOGRAPH_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
                                   HELIOGRAPH_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
        set_target_properties(${base} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
    endforeach()
endfunction()
