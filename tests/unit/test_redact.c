/* Redaction: pseudonyms, the key's file, and what of a model stays. */
#include "base/files.h"
#include "explain/veil.h"
#include "model/pseudonyms.h"
#include "model/redact.h"
#include "read/redact_key.h"
#include "scratch.h"
#include "unit/model_builder.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static const HashKey key = {"0123456789abcdef0123456789abcdef", 32};
static Arena *arena;
static CadreError err;
static char folder[SCRATCH_SIZE];

static void set_up(void)
{
    arena = arena_create(NULL);
    cr_assert(scratch_folder(folder, "redact"));
}

static void tear_down(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
    arena_release(arena);
}

TestSuite(redact, .init = set_up, .fini = tear_down);

/* Worked out with Python's hmac. */
Test(redact, keyed_hash_is_hmac_of_kind_and_text)
{
    char hex[2 * HASH_KEYED_SIZE + 1], letters[HASH_KEYED_SIZE + 1];
    hash_keyed_hex(hex, &key, "person", "ann@example.org");
    cr_assert_str_eq(hex, "9f5c920dddbedfcfa2fe579f1ac92c020db9ba4a193409d53983670d1998a9ed");
    hash_keyed_letters(letters, &key, "person", "ann@example.org");
    cr_assert_str_eq(letters, "5JMHHBKZ8RC52QP4H56VZ2C773ZHZVH5");
    hash_keyed_letters(letters, &key, "value", "ann@example.org");
    cr_assert_str_neq(letters, "5JMHHBKZ8RC52QP4H56VZ2C773ZHZVH5");
}

Test(redact, pseudonyms_are_unique_and_stable)
{
    enum { N = 400 };
    const char *texts[N], *turned[N], **names, **again;
    for (int i = 0; i < N; i++) texts[i] = turned[N - 1 - i] = arena_print(arena, "e%d", i);
    cr_assert_eq(pseudonyms_make(&names, texts, N, &key, "person", "P-", 1, arena, &err), CADRE_OK);
    cr_assert_eq(pseudonyms_make(&again, turned, N, &key, "person", "P-", 1, arena, &err), CADRE_OK);
    for (int i = 0; i < N; i++) {
        cr_assert_str_eq(names[i], again[N - 1 - i]);
        for (int j = 0; j < i; j++) cr_assert_str_neq(names[i], names[j]);
    }
    cr_assert_eq(pseudonyms_make(&again, texts, 1, &key, "person", "P-", 10, arena, &err), CADRE_OK);
    cr_assert_eq(strlen(again[0]), 12);
    cr_assert_eq(strncmp(again[0], names[0], strlen(names[0])), 0, "a longer one goes on where the shorter ends");
}

static CadreStatus key_read(HashKey *out, const char *path, const char *outside, bool may_make, int *n_told)
{
    Messages *messages = messages_create(arena);
    CadreStatus status = redact_key_read(out, path, outside, may_make, arena, messages, &err);
    *n_told = messages_count(messages);
    return status;
}

Test(redact, key_is_made_once_and_private)
{
    const char *path = arena_print(arena, "%s/key", folder);
    HashKey made, read;
    struct stat about;
    int n;
    cr_assert_neq(key_read(&made, path, NULL, false, &n), CADRE_OK, "not made unless asked for");
    cr_assert_eq(key_read(&made, path, folder, true, &n), CADRE_INPUT);
    cr_assert(strstr(err.text, "kept apart"), "%s", err.text);
    cr_assert_not(file_exists(path));
    cr_assert_eq(key_read(&made, path, NULL, true, &n), CADRE_OK, "%s", err.text);
    cr_assert_eq(n, 1);
    cr_assert_eq(made.size, 64);
    cr_assert_eq(stat(path, &about), 0);
    cr_assert_eq(about.st_mode & 0777, 0600);
    cr_assert_eq(key_read(&read, path, NULL, true, &n), CADRE_OK);
    cr_assert_eq(n, 0);
    cr_assert_eq(memcmp(made.bytes, read.bytes, 64), 0);
    cr_assert_eq(chmod(path, 0640), 0);
    cr_assert_eq(key_read(&read, path, NULL, true, &n), CADRE_INPUT);
    cr_assert(strstr(err.text, "chmod 600"), "%s", err.text);
}

Test(redact, what_is_no_key_is_refused_and_kept)
{
    static const char *const texts[] = {"", "short", "person,name\nann,Ann Abel the first of them\n",
                                        "0123456789abcdef0123456789 abcdef\n"};
    for (int i = 0; i < 4; i++) {
        const char *path = arena_print(arena, "%s/%d", folder, i);
        char *kept;
        size_t size;
        HashKey read;
        int n;
        cr_assert_eq(file_write(path, texts[i], strlen(texts[i]), &err), CADRE_OK);
        cr_assert_eq(key_read(&read, path, NULL, true, &n), CADRE_INPUT, "%d", i);
        cr_assert_eq(file_read(&kept, &size, path, arena, &err), CADRE_OK);
        cr_assert_str_eq(kept, texts[i]);
    }
}

/* Seven people; five are teachers; one has typed a hobby and a skill; the plan names "Nurse" and asks for each department. */
static Model *seven(void)
{
    static const char *const departments[] = {"Upper", "Upper", "Upper", "Upper", "Upper", "Lower", "Garden"};
    Model *model = builder_model(arena, 3);
    for (int i = 0; i < 7; i++) {
        builder_person(model, arena_print(arena, "e%d", i));
        model->staff[i].name = "Ann Abel";
        model->staff[i].position = i < 5 ? "Teacher" : i < 6 ? "Nurse" : "Juggler";
        builder_attribute(model, "position", model->staff[i].position);
        builder_attribute(model, "department", departments[i]);
        if (i == 6) builder_attribute(model, "hobby", "juggling");
        builder_level(model, i, 0, i % 4, LEVEL_NONE);
        builder_level(model, i, 1, i < 2 ? 3 : 0, LEVEL_NONE);
        builder_level(model, i, 2, i == 6 ? 5 : 0, LEVEL_NONE);
    }
    builder_group(model, "G");
    builder_role(model, "member", 1, 2, false);
    builder_target(model, 1, 3, 1);
    int *positions = ARENA_ARRAY(arena, int, 1);
    positions[0] = names_find(model->field_values[FIELD_POSITION], "Nurse");
    model->role_positions = positions;
    model->n_role_positions = 1;
    model->mixes = ARENA_ARRAY(arena, Mix, 3);
    for (int value = 0; value < 3; value++)
        model->mixes[model->n_mixes++] = (Mix){.field = 3, .value = value, .min = 1, .max = NO_LIMIT, .each = true};
    builder_pin(model, 6, PIN_MUST, 0);
    builder_pin(model, 0, PIN_NEVER, 0);
    return model;
}

static const char *value_of(const Model *model, int person, int field)
{
    const Person *who = &model->staff[person];
    for (int i = who->first_attribute; i < who->first_attribute + who->n_attributes; i++)
        if (model->attributes[i].field == field) return names_get(model->field_values[field], model->attributes[i].value);
    return "";
}

Test(redact, values_of_few_are_other)
{
    Model *model = seven(), out;
    RedactMap map;
    cr_assert_eq(model_redact(&out, &map, model, &key, arena, &err), CADRE_OK);
    cr_assert_str_eq(value_of(&out, 0, FIELD_POSITION), "Teacher");
    cr_assert_str_eq(value_of(&out, 5, FIELD_POSITION), "Nurse", "the plan names it");
    cr_assert_str_eq(value_of(&out, 6, FIELD_POSITION), "other");
    cr_assert_str_eq(value_of(&out, 6, names_find(out.fields, "hobby")), "other");
    const char *lower = value_of(&out, 5, 3), *garden = value_of(&out, 6, 3);
    cr_assert(strncmp(lower, "other ", 6) == 0 && strncmp(garden, "other ", 6) == 0 && strcmp(lower, garden) != 0,
              "each asks for both: %s, %s", lower, garden);
    cr_assert_str_eq(value_of(&out, 0, 3), "Upper");
    cr_assert_str_eq(out.staff[0].position, "Teacher");
    cr_assert_str_eq(out.staff[5].position, "other", "one nurse is who everybody knows");
    for (int i = 0; i < 3; i++) cr_assert_eq(out.mixes[i].value, map.value[3][model->mixes[i].value]);
    cr_assert_str_eq(names_get(out.field_values[FIELD_POSITION], out.role_positions[0]), "Nurse");
}

Test(redact, a_skill_of_few_is_left_out_unless_needed)
{
    Model *model = seven(), out;
    RedactMap map;
    cr_assert_eq(model_redact(&out, &map, model, &key, arena, &err), CADRE_OK);
    cr_assert_eq(out.n_skills, 2);
    cr_assert_eq(map.skill[2], -1);
    cr_assert_eq(out.targets[0].skill, map.skill[1]);
    for (int person = 0; person < 7; person++)
        for (int skill = 0; skill < 2; skill++)
            cr_assert_eq(model_level(&out, person, map.skill[skill]), model_level(model, person, skill));
    Shortage shortage = {.skill = 1, .field = 3, .value = 2};
    redact_shortage(&shortage, &map);
    cr_assert_eq(shortage.skill, map.skill[1]);
    cr_assert_eq(shortage.value, map.value[3][2]);
}

Test(redact, people_are_ordered_by_pseudonym_with_all_that_is_theirs)
{
    Model *model = seven(), out, ordered;
    RedactMap map;
    const int *place;
    cr_assert_eq(model_redact(&out, &map, model, &key, arena, &err), CADRE_OK);
    cr_assert_eq(redact_order(&ordered, &place, &out, arena, &err), CADRE_OK);
    for (int i = 0; i < 7; i++) {
        cr_assert_str_eq(ordered.staff[place[i]].key, out.staff[i].key);
        cr_assert_str_eq(ordered.staff[i].name, "");
        cr_assert_str_eq(value_of(&ordered, place[i], 3), value_of(&out, i, 3));
        cr_assert_eq(model_level(&ordered, place[i], 0), model_level(&out, i, 0));
        cr_assert_eq(model_find_person(&ordered, out.staff[i].key), place[i]);
    }
    for (int i = 0; i < 2; i++) cr_assert_eq(ordered.pins[i].rule == PIN_MUST, ordered.pins[i].person == place[6]);
    cr_assert(ordered.pins[0].person < ordered.pins[1].person);
    Assignment held[] = {{0, 0}, {6, 0}};
    Solution solution = {held, 2}, moved;
    cr_assert_eq(redact_solution(&moved, &solution, place, arena, &err), CADRE_OK);
    cr_assert(moved.assignments[0].person < moved.assignments[1].person);
    cr_assert_eq(moved.assignments[0].person + moved.assignments[1].person, place[0] + place[6]);
}

Test(redact, few_hide_all_that_belongs_to_them)
{
    Model model = {.n_sites = 2};
    cr_assert_not(veil_hides(&model, SCOPE_ALL, (const int[]){3, 40}, 2), "not redacted");
    model.redacted = "MARK";
    cr_assert(veil_hides(&model, SCOPE_ALL, (const int[]){40, 4}, 2));
    cr_assert_not(veil_hides(&model, SCOPE_ALL, (const int[]){40, 0, 5}, 3));
    cr_assert(veil_hides(&model, 0, (const int[]){40, 30}, 2), "one of two sites: the other would be what is left");
    cr_assert_eq(veil_quarter(0, 20), 0);
    cr_assert_eq(veil_quarter(5, 20), 1);
    cr_assert_eq(veil_quarter(20, 20), 3);
    cr_assert_eq(veil_quarter(2, 4), -1);
    cr_assert_eq(veil_share(&model, SCOPE_ALL, 1, 20, 0), 125);
    cr_assert_eq(veil_share(&model, SCOPE_ALL, 6, 20, 5), 300);
    cr_assert_eq(veil_share(&model, SCOPE_ALL, 6, 20, 4), 375, "the staff less those who answered are 4");
}
