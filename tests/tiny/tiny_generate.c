#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cadre/cadre.h"
#include "tiny/tiny_case.h"

bool tiny_case_generate(TinyCase *out, uint64_t seed, const char *folder)
{
    char record[600];
    CadreError err = {0};
    CadreGenerateOptions options = CADRE_GENERATE_OPTIONS_INIT;
    options.out = folder;
    options.seed = seed;
    options.tiny = true;
    options.rules = "all";
    tiny_case_remove(folder);
    memset(out, 0, sizeof *out);
    if (cadre_generate(&options, NULL, &err) != CADRE_OK) {
        fprintf(stderr, "%s\n", err.text);
        return false;
    }
    snprintf(record, sizeof record, "%s/record.json", folder);
    return tiny_case_read(out, record);
}

void tiny_case_remove(const char *path)
{
    DIR *folder = opendir(path);
    if (!folder) return;
    for (struct dirent *entry; (entry = readdir(folder));) {
        char inner[1024];
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
        if (unlink(inner) != 0) tiny_case_remove(inner);
    }
    closedir(folder);
    rmdir(path);
}
