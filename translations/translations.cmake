# The .ts files are kept by `cmake --build build --target update_translations`; they end in the window's resources.
# English has one for the plurals alone.
set(heliograph_ts ${CMAKE_SOURCE_DIR}/translations/heliograph_de.ts ${CMAKE_SOURCE_DIR}/translations/heliograph_en.ts)
qt_add_lrelease(heliograph_gui TS_FILES ${heliograph_ts} QM_FILES_OUTPUT_VARIABLE heliograph_qm)
qt_add_resources(heliograph_gui translations PREFIX /i18n BASE ${CMAKE_CURRENT_BINARY_DIR} FILES ${heliograph_qm})

set(heliograph_texts ${CMAKE_SOURCE_DIR}/src/gui ${CMAKE_SOURCE_DIR}/src/app)
add_custom_target(update_translations
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -I ${CMAKE_SOURCE_DIR}/src ${heliograph_texts} -ts ${CMAKE_SOURCE_DIR}/translations/heliograph_de.ts
    COMMAND Qt6::lupdate -silent -no-obsolete -locations none -pluralonly -I ${CMAKE_SOURCE_DIR}/src ${heliograph_texts} -ts ${CMAKE_SOURCE_DIR}/translations/heliograph_en.ts
    COMMENT "Collecting texts into translations/")
