# A room is one folder: one static library from every source in it. What it may know is what it links.

# tollgate_room(wire DEPS Boost::json) → target tollgate_wire from the current folder's wire/*.cpp
function(tollgate_room room)
    cmake_parse_arguments(ARG "" "" "DEPS" ${ARGN})
    string(REPLACE "/" "_" name ${room})
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${room}/*.cpp ${room}/*.h)
    add_library(tollgate_${name} STATIC ${sources})
    set_target_properties(tollgate_${name} PROPERTIES LINKER_LANGUAGE CXX)
    target_link_libraries(tollgate_${name} PUBLIC tollgate_options ${ARG_DEPS})
endfunction()

# tollgate_tests(gateway/wire LIBS tollgate_wire) → one ctest per tst_*.cpp of that folder
function(tollgate_tests folder)
    cmake_parse_arguments(ARG "" "" "LIBS;LABELS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/tst_*.cpp)
    foreach(source ${sources})
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        target_link_libraries(${name} PRIVATE tollgate_options Qt6::Test ${ARG_LIBS})
        set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES TIMEOUT 120 LABELS "${ARG_LABELS}"
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen")
    endforeach()
endfunction()
