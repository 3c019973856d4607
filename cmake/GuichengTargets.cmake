# One function per kind of target, so that warnings and include roots are said once.

function(guicheng_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
  # GCC 12 takes the empty state of std::optional<std::vector> for uninitialised when it inlines a move of it.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -Wno-maybe-uninitialized)
  endif()
  if(GUICHENG_WERROR)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# guicheng_stage(NAME SOURCES a.cpp … STAGES base diag … LIBRARIES fmt::fmt …)
# One folder of src/: an object library that sees the stages named, in the order of the pipeline.
function(guicheng_stage name)
  cmake_parse_arguments(ARG "" "" "SOURCES;STAGES;LIBRARIES" ${ARGN})
  add_library(guicheng_${name} OBJECT ${ARG_SOURCES})
  target_include_directories(guicheng_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include)
  guicheng_warnings(guicheng_${name})
  foreach(stage IN LISTS ARG_STAGES)
    target_link_libraries(guicheng_${name} PUBLIC guicheng_${stage})
  endforeach()
  target_link_libraries(guicheng_${name} PRIVATE ${ARG_LIBRARIES})
endfunction()

# guicheng_unit_test(NAME SOURCES a_test.cpp … STAGES syntax … LIBRARIES …)
# tests/unit/NAME: one executable, test_NAME, each of its test cases a ctest entry.
# STAGES must name every stage whose objects it needs, also those further down (object libraries don't chain).
function(guicheng_unit_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;STAGES;LIBRARIES" ${ARGN})
  add_executable(test_${name} ${ARG_SOURCES})
  target_include_directories(test_${name} PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/include ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(test_${name} PRIVATE GUICHENG_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  guicheng_warnings(test_${name})
  foreach(stage IN LISTS ARG_STAGES)
    target_link_libraries(test_${name} PRIVATE guicheng_${stage})
  endforeach()
  target_link_libraries(test_${name} PRIVATE Catch2::Catch2WithMain ${ARG_LIBRARIES})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  catch_discover_tests(test_${name} TEST_PREFIX "${name}: ")
endfunction()
