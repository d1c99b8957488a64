/* The text-book program as a file: names for its columns and rows, and a model that is whole or not there. */
#include <ctype.h>
#include <string.h>
#include <unistd.h>

#include "base/files.h"
#include "program/group_rules.h"
#include "solve/compact.h"
#include "solve/glpk_engine.h"

static const char *pair_name(const Program *program, int64_t pair, Arena *arena)
{
    return arena_print(arena, "x_%d_%d", program->pair_person[pair], program->pair_role[pair]);
}

static const char **column_names(const Compact *compact, Arena *arena)
{
    const Program *program = compact->program;
    const char **names = ARENA_ARRAY(arena, const char *, compact->linear.columns.n);
    if (!names) return NULL;
    for (int64_t pair = 0; pair < program->n_pairs; pair++) names[pair] = pair_name(program, pair, arena);
    for (int slack = 0; slack < program->n_slacks; slack++) {
        int rule = program->slack_entries[program->slack_first_entry[slack]].row;
        names[program->n_pairs + slack] = arena_print(arena, "slack_%d", rule);
    }
    for (int i = 0; i < program->n_people; i++)
        for (int column = compact->first_nth[i]; column < compact->first_nth[i + 1]; column++)
            names[column] = arena_print(arena, "nth_%d_%d", program->person[i], column - compact->first_nth[i] + 1);
    for (int column = 0; column < compact->linear.columns.n; column++)
        if (!names[column]) return NULL;
    return names;
}

/* "one role" with number 7 is one_role_7. */
static const char *row_name(const char *family, int row, Arena *arena)
{
    char *name = arena_print(arena, "%s_%d", family, row);
    for (char *at = name; at && *at; at++)
        if (!isalnum((unsigned char)*at)) *at = '_';
    return name;
}

static const char **row_names(const Compact *compact, Arena *arena)
{
    const Program *program = compact->program;
    const char **names = ARENA_ARRAY(arena, const char *, compact->linear.rows.n);
    if (!names) return NULL;
    for (int row = 0; row < compact->linear.rows.n; row++) {
        int own = row - compact->first_person_row;
        const char *family = "load";
        if (row < program->n_rules)
            family = group_rule_families[program->rules[row].family].name;
        else if (own >= 0 && own < compact->person_rows.rows.n)
            family = person_rules[compact->person_rows.rows.items[own].rule].name;
        names[row] = row_name(family, row, arena);
        if (!names[row]) return NULL;
    }
    return names;
}

/* GLPK does not say where a disk is full: a whole model ends with its last word. */
static bool is_whole(const char *bytes, size_t size) { return size >= 4 && memcmp(bytes + size - 4, "End\n", 4) == 0; }

/* GLPK writes to a path of its own; what it wrote is read back and put in place by the one seam to the file system. */
static CadreStatus write_aside(const Compact *compact, const char *aside, const char *path, Arena *arena, CadreError *err)
{
    CadreStatus status;
    char *bytes;
    size_t size;
    bool written;
    const char **columns = column_names(compact, arena), **rows = row_names(compact, arena);
    if (!columns || !rows) return error_no_memory(err);
    TRY_OR(done, file_write(aside, "", 0, err)); /* GLPK has no words of its own for a fault of the folder */
    TRY_OR(done, engine_write(&written, &compact->linear, columns, rows, aside, arena, err));
    TRY_OR(done, file_read(&bytes, &size, aside, arena, err));
    if (written && is_whole(bytes, size))
        status = file_replace(path, bytes, size, err);
    else
        status = error_set(err, CADRE_IO, "%s: the model could not be written; expected a disk with room", path);
done:
    file_remove(aside);
    return error_retell(err, status, aside, path);
}

CadreStatus compact_write(const Compact *compact, const char *path, Arena *arena, CadreError *err)
{
    const char *aside = arena_print(arena, "%s.cadre-%ld", path, (long)getpid());
    return aside ? write_aside(compact, aside, path, arena, err) : error_no_memory(err);
}
