# cmake -B build -C scripts/presets/release.cmake
set(CMAKE_BUILD_TYPE Release CACHE STRING "")
