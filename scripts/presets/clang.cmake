# cmake -B build-clang -C scripts/presets/clang.cmake
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
set(CMAKE_C_COMPILER clang CACHE STRING "")
