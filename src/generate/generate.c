#include "generate/generate.h"

#include <string.h>

#include "base/files.h"
#include "generate/sheets_write.h"
#include "generate/statistics.h"

typedef struct GeneratedFile {
    const char *path; /* below the folder */
    void (*put)(TextBuffer *out, const MadeDistrict *district);
    unsigned rules; /* written only where the plan has one of these; 0: always */
} GeneratedFile;

static const GeneratedFile generated_files[] = {
    {"skills.csv", skills_survey_put, 0},
    {"interests.csv", interests_survey_put, 0},
    {"plan/columns.csv", columns_sheet_put, 0},
    {"plan/people.csv", people_sheet_put, 0},
    {"plan/sites.csv", sites_sheet_put, 0},
    {"plan/groups.csv", groups_sheet_put, 0},
    {"plan/roles.csv", roles_sheet_put, 0},
    {"plan/needs.csv", needs_sheet_put, 0},
    {"plan/mix.csv", mix_sheet_put, MADE_MIX},
    {"plan/pins.csv", pins_sheet_put, MADE_PINS},
    {"plan/pairs.csv", pairs_sheet_put, MADE_PAIRS},
    {"plan/previous.csv", previous_sheet_put, MADE_PREVIOUS},
    {"plan/settings.csv", settings_sheet_put, 0},
    {"record.json", record_put, 0},
};

static CadreStatus write_one(const char *folder, const GeneratedFile *file, const MadeDistrict *district, Arena *parent,
                             CadreError *err)
{
    Arena *arena = arena_create(parent);
    if (!arena) return error_no_memory(err);
    TextBuffer buffer = {.arena = arena};
    file->put(&buffer, district);
    const char *path = arena_print(arena, "%s/%s", folder, file->path), *text;
    CadreStatus status = path ? buffer_text(&text, &buffer, err) : error_no_memory(err);
    if (status == CADRE_OK) status = file_write(path, text, (size_t)buffer.bytes.n, err);
    arena_release(arena);
    return status;
}

CadreStatus district_write(const char *folder, const MakeOptions *options, FILE *print, CadreError *err)
{
    Arena *arena = arena_create(NULL);
    if (!arena) return error_no_memory(err);
    CadreStatus status;
    MadeDistrict district;
    const char *plan = arena_print(arena, "%s/plan", folder);
    if (!plan || !district_make(&district, options, arena)) {
        status = error_no_memory(err);
        goto done;
    }
    TRY_OR(done, folder_create(folder, err));
    TRY_OR(done, folder_create(plan, err));
    for (size_t i = 0; i < sizeof generated_files / sizeof *generated_files; i++)
        if (!generated_files[i].rules || (generated_files[i].rules & district.rules))
            TRY_OR(done, write_one(folder, &generated_files[i], &district, arena, err));
    if (print) statistics_print(print, &district);
done:
    arena_release(arena);
    return status;
}

/* The bit of a rule's name, 0 where there is none. */
static unsigned rule_bit(const char *name, size_t length)
{
    static const char *const names[] = {"coverage", "mix", "pins", "pairs", "slots", "positions", "musts", "previous", "floor"};
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0) return 1u << i;
    return 0;
}

static CadreStatus rules_parse(unsigned *out, const char *text, CadreError *err)
{
    *out = 0;
    if (strcmp(text, "none") == 0) return CADRE_OK;
    if (strcmp(text, "all") == 0) *out = MADE_ALL_RULES;
    for (const char *at = text; *out != MADE_ALL_RULES && *at; at += *at == ',') {
        size_t length = strcspn(at, ",");
        unsigned bit = rule_bit(at, length);
        if (bit == 0)
            return error_set(err, CADRE_INPUT,
                             "\"%.*s\" is no kind of rule; expected all, none, or a list of coverage, mix, pins, pairs, slots, "
                             "positions, musts, previous and floor",
                             (int)length, at);
        *out |= bit;
        at += length;
    }
    return CADRE_OK;
}

static CadreStatus check_range(const char *name, int value, int low, int high, CadreError *err)
{
    if (value >= low && value <= high) return CADRE_OK;
    return error_set(err, CADRE_INPUT, "%s is %d; expected %d to %d", name, value, low, high);
}

CadreStatus cadre_generate(const CadreGenerateOptions *options, FILE *print, CadreError *err)
{
    MakeOptions make = {.schools = options->schools,
                        .seed = options->seed,
                        .staff = options->staff,
                        .max_staff = options->max_staff,
                        .staff_per_group = options->staff_per_group,
                        .linked_percent = options->linked_percent,
                        .scarce_percent = options->scarce_percent,
                        .tiny = options->tiny};
    TRY(rules_parse(&make.rules, options->rules, err));
    TRY(check_range("schools", make.schools, 1, 10000, err));
    TRY(check_range("staff", make.staff, 0, 5000, err));
    TRY(check_range("max-staff", make.max_staff, 12, 5000, err));
    TRY(check_range("staff-per-group", make.staff_per_group, 2, 1000, err));
    TRY(check_range("linked", make.linked_percent, 0, 100, err));
    TRY(check_range("scarce", make.scarce_percent, 0, 300, err));
    return district_write(options->out, &make, print, err);
}
