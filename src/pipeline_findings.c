/* What a sweep finds in the changed plans, each thing told once: of a wrong value all that is wrong, of a point whose rules
 * contradict each other a warning. */
#include <string.h>

#include "base/names.h"
#include "pipeline_sweep.h"

/* What the command itself says has no line and column. False where it was told already, or there is no memory. */
static bool add_found(Sweep *sweep, const CadreMessage *found)
{
    bool is_vary = strncmp(found->file, "--vary ", 7) == 0;
    Origin origin = {found->file, is_vary ? 0 : found->line, is_vary ? 0 : found->column};
    const char *key = arena_print(sweep->run->arena, "%s:%d:%d:%s", origin.file, origin.line, origin.column, found->text);
    int before = names_count(sweep->told);
    if (!key || names_add(sweep->told, key) != before) return false;
    messages_add(sweep->run->messages, found->severity, origin, "%s", found->text);
    return true;
}

static CadreStatus learn_told(Sweep *sweep, CadreError *err)
{
    Run *run = sweep->run;
    sweep->told = names_create(run->arena, NAME_STYLE_EXACT);
    if (!sweep->told) return error_no_memory(err);
    for (int i = 0; i < run->log.n; i++) {
        const CadreMessage *told = &run->log.items[i];
        const char *key = arena_print(run->arena, "%s:%d:%d:%s", told->file, told->line, told->column, told->text);
        if (!key || names_add(sweep->told, key) < 0) return error_no_memory(err);
    }
    return CADRE_OK;
}

/* The name of a point, as "--vary a=1 --vary b=2". */
static const char *point_name(const VaryGrid *grid, int point, Arena *arena)
{
    const char *name = arena_copy(arena, "");
    for (int i = 0; i < grid->n && name; i++)
        name = arena_print(arena, "%s%s--vary %s=%s", name, i ? " " : "", grid->varies[i].name, vary_value(grid, point, i));
    return name;
}

/* A point whose rules contradict each other: what was found against it is part of the warning. */
static CadreStatus tell_impossible(Sweep *sweep, int number, CadreError *err)
{
    const SweepPoint *point = &sweep->points[number];
    const CadreMessage *first = NULL;
    for (int i = 0; i < point->messages.n && !first; i++)
        if (point->messages.items[i].severity == CADRE_ERROR) first = &point->messages.items[i];
    const char *name = point_name(&sweep->grid, number, sweep->run->arena);
    if (!name) return error_no_memory(err);
    messages_add(sweep->run->messages, CADRE_WARNING, (Origin){name, 0, 0},
                 "nobody can be assigned there, as rules contradict each other; expected rules that can be kept together%s%s",
                 first ? ": " : "", first ? first->text : "");
    return CADRE_OK;
}

static void tell_errors(Sweep *sweep, const SweepPoint *point)
{
    for (int i = 0; i < point->messages.n; i++)
        if (point->messages.items[i].severity == CADRE_ERROR) add_found(sweep, &point->messages.items[i]);
}

static CadreStatus tell_findings(Sweep *sweep, CadreError *err)
{
    for (int number = 0; number < sweep->grid.n_points; number++) {
        const SweepPoint *point = &sweep->points[number];
        for (int i = 0; i < point->messages.n; i++)
            if (point->messages.items[i].severity != CADRE_ERROR) add_found(sweep, &point->messages.items[i]);
        if (!sweep->frontier[number].possible) TRY(tell_impossible(sweep, number, err));
    }
    return pipeline_flush(sweep->run, CADRE_OK, err);
}

static CadreStatus tell_value(Sweep *sweep, int vary, int value, CadreError *err)
{
    Arena *arena = arena_create(sweep->run->arena);
    Messages *messages = arena ? messages_create(arena) : NULL;
    SweepPoint alone = {.unread = true};
    Table changes;
    Model *model;
    if (!messages) return error_no_memory(err);
    TRY(vary_table_of_value(&changes, &sweep->grid, vary, value, arena, err));
    TRY(sweep_read(&model, sweep, &changes, arena, messages, err));
    TRY(sweep_messages_keep(&alone, messages, sweep->run->arena, err));
    tell_errors(sweep, &alone);
    arena_release(arena);
    return CADRE_OK;
}

/* Each value is tried by itself, so that all that is wrong is told at once; else it is wrong only together. */
static CadreStatus tell_wrong(Sweep *sweep, CadreError *err)
{
    for (int vary = 0; vary < sweep->grid.n; vary++)
        for (int value = 0; value < sweep->grid.varies[vary].n; value++) TRY(tell_value(sweep, vary, value, err));
    for (int i = 0; i < sweep->grid.n_points && messages_errors(sweep->run->messages) == 0; i++) {
        SweepPoint *point = &sweep->points[i];
        if (!point->unread) TRY(sweep_point_run(sweep, i, sweep->keepers[0], sweep->run->arena, err)); /* it was passed over */
        if (point->unread) tell_errors(sweep, point);
    }
    return pipeline_flush(sweep->run, CADRE_OK, err);
}

CadreStatus sweep_tell(Sweep *sweep, bool wrong, CadreError *err)
{
    TRY(learn_told(sweep, err));
    return wrong ? tell_wrong(sweep, err) : tell_findings(sweep, err);
}
