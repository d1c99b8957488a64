# Make a C file that holds a text file as an array: cmake -DINPUT=FILE -DOUTPUT=FILE [-DNAME=NAME] -P embed.cmake
# Without NAME the array is called by the file's own name.
if(NAME)
  set(name ${NAME})
else()
  get_filename_component(name ${INPUT} NAME_WE)
endif()
file(READ ${INPUT} bytes HEX)
string(REGEX REPLACE "(................................)" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
file(WRITE ${OUTPUT} "extern const unsigned char ${name}_text[];\nextern const unsigned long ${name}_size;\n"
     "const unsigned char ${name}_text[] = {\n${bytes}0x00};\nconst unsigned long ${name}_size = sizeof ${name}_text - 1;\n")
