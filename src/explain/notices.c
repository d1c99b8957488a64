#include "explain/notices.h"

#include <stdlib.h>
#include <string.h>

#include "base/text_buffer.h"
#include "explain/labels.h"
#include "explain/wording.h"

/* One person's place in a group, before or now. */
typedef struct Place {
    int group, person;
    bool leads;
} Place;

typedef struct Noticing {
    Notices *out;
    const Model *model;
    Labels labels;
    LIST(Notice) notices;
    Place *before, *now; /* by group and person, one a person */
    int n_before, n_now;
    Arena *arena;
} Noticing;

const char *notice_kind_name(NoticeKind kind)
{
    static const char *const names[] = {
        [NOTICE_ENDS] = "ends", [NOTICE_BEGINS] = "begins", [NOTICE_LEADER] = "leader", [NOTICE_MEMBERS] = "members"};
    return names[kind];
}

static CadreStatus add(Noticing *at, Notice notice, CadreError *err)
{
    return LIST_PUSH(at->arena, &at->notices, notice) ? CADRE_OK : error_no_memory(err);
}

/* --- one's own roles --- */

static bool holds(const Solution *solution, int person, int role)
{
    int low = 0, high = solution->n;
    while (low < high) {
        int middle = low + (high - low) / 2;
        Assignment at = solution->assignments[middle];
        if (at.person < person || (at.person == person && at.role < role))
            low = middle + 1;
        else
            high = middle;
    }
    return low < solution->n && solution->assignments[low].person == person && solution->assignments[low].role == role;
}

static CadreStatus own_roles(Noticing *at, const Solution *solution, CadreError *err)
{
    const Model *model = at->model;
    for (int i = 0; i < model->n_held; i++) {
        PreviousAssignment row = model->held[i];
        if (row.role < 0 || holds(solution, row.person, row.role)) continue;
        TRY(add(at, (Notice){row.person, NOTICE_ENDS, model->groups[row.group].name, model->roles[row.role].name, ""}, err));
    }
    for (int i = 0; i < model->n_gone; i++)
        TRY(add(at, (Notice){model->gone[i].person, NOTICE_ENDS, model->gone[i].group, model->gone[i].role, ""}, err));
    at->out->end = at->notices.n;
    for (int i = 0; i < solution->n; i++) {
        Assignment seat = solution->assignments[i];
        const Role *role = &model->roles[seat.role];
        if (model_did_before(model, seat.person, seat.role)) continue;
        TRY(add(at, (Notice){seat.person, NOTICE_BEGINS, model->groups[role->group].name, role->name, ""}, err));
    }
    at->out->begin = at->notices.n - at->out->end;
    return CADRE_OK;
}

/* --- groups --- */

static int by_place(const void *left, const void *right)
{
    const Place *a = left, *b = right;
    if (a->group != b->group) return a->group < b->group ? -1 : 1;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    return b->leads - a->leads; /* of two roles the one that leads comes first */
}

static int sort_places(Place *places, int n)
{
    int kept = 0;
    if (n > 1) qsort(places, (size_t)n, sizeof *places, by_place);
    for (int i = 0; i < n; i++)
        if (kept == 0 || places[kept - 1].group != places[i].group || places[kept - 1].person != places[i].person)
            places[kept++] = places[i];
    return kept;
}

static CadreStatus places_make(Noticing *at, const Solution *solution, CadreError *err)
{
    const Model *model = at->model;
    at->before = ARENA_ARRAY(at->arena, Place, model->n_held);
    at->now = ARENA_ARRAY(at->arena, Place, solution->n);
    if (!at->before || !at->now) return error_no_memory(err);
    for (int i = 0; i < model->n_held; i++) {
        PreviousAssignment row = model->held[i];
        at->before[i] = (Place){row.group, row.person, row.role >= 0 && model->roles[row.role].leads};
    }
    for (int i = 0; i < solution->n; i++) {
        const Role *role = &model->roles[solution->assignments[i].role];
        at->now[i] = (Place){role->group, solution->assignments[i].person, role->leads};
    }
    at->n_before = sort_places(at->before, model->n_held);
    at->n_now = sort_places(at->now, solution->n);
    return CADRE_OK;
}

static const Place *find(const Place *places, int n, int person)
{
    for (int i = 0; i < n; i++)
        if (places[i].person == person) return &places[i];
    return NULL;
}

/* Add those of `places` that `others` lack, or who lead, parted by commas, but for `reader`; how many there are. */
static int add_names(TextBuffer *text, const Noticing *at, const Place *places, int n, const Place *others, int n_others,
                     bool leaders, int reader)
{
    int count = 0;
    for (int i = 0; i < n; i++) {
        if (places[i].person == reader) continue;
        if (leaders ? !places[i].leads : find(others, n_others, places[i].person) != NULL) continue;
        if (count++ > 0) words_add_plain(text, PHRASE_REASON_COMMA);
        const char *label = label_of(&at->labels, places[i].person);
        if (label)
            buffer_add(text, label);
        else
            text->lost = true;
    }
    return count;
}

/* For `reader`, who leads; *n: how many others have come or gone. */
static CadreStatus note_members(const char **note, int *n, const Noticing *at, int reader, const Place *before, int n_before,
                                const Place *now, int n_now, CadreError *err)
{
    TextBuffer joined = {.arena = at->arena}, left = {.arena = at->arena}, text = {.arena = at->arena};
    const char *names_joined, *names_left;
    int n_joined = add_names(&joined, at, now, n_now, before, n_before, false, reader);
    int n_left = add_names(&left, at, before, n_before, now, n_now, false, reader);
    TRY(buffer_text(&names_joined, &joined, err));
    TRY(buffer_text(&names_left, &left, err));
    if (n_joined) words_add(&text, PHRASE_NOTICE_JOINED, {"people", names_joined});
    if (n_joined && n_left) buffer_add_byte(&text, ' ');
    if (n_left) words_add(&text, PHRASE_NOTICE_LEFT, {"people", names_left});
    *n = n_joined + n_left;
    return buffer_text(note, &text, err);
}

static CadreStatus note_leaders(const char **note, const Noticing *at, const Place *now, int n_now, CadreError *err)
{
    TextBuffer leaders = {.arena = at->arena}, text = {.arena = at->arena};
    const char *names;
    int n = add_names(&leaders, at, now, n_now, NULL, 0, true, -1);
    TRY(buffer_text(&names, &leaders, err));
    if (n == 0)
        words_add_plain(&text, PHRASE_NOTICE_NO_LEADER);
    else
        words_add(&text, PHRASE_NOTICE_LEADER, {"people", names}, {"n", words_number(n, at->arena)});
    return buffer_text(note, &text, err);
}

static bool leaders_differ(const Place *before, int n_before, const Place *now, int n_now)
{
    for (int i = 0; i < n_before; i++) {
        const Place *then = find(now, n_now, before[i].person);
        if (before[i].leads && !(then && then->leads)) return true;
    }
    for (int i = 0; i < n_now; i++) {
        const Place *then = find(before, n_before, now[i].person);
        if (now[i].leads && !(then && then->leads)) return true;
    }
    return false;
}

/* Who leads it hears of other members; who stays in it hears of its leaders, but for those who begin to lead. */
static CadreStatus group_notices(Noticing *at, int group, const Place *before, int n_before, const Place *now, int n_now,
                                 CadreError *err)
{
    const char *members, *leaders, *name = at->model->groups[group].name;
    int n_members = 0;
    TRY(note_leaders(&leaders, at, now, n_now, err));
    bool other_leaders = leaders_differ(before, n_before, now, n_now);
    for (int i = 0; i < n_now; i++) {
        int person = now[i].person;
        const Place *then = find(before, n_before, person);
        if (other_leaders && then && (then->leads || !now[i].leads))
            TRY(add(at, (Notice){person, NOTICE_LEADER, name, "", leaders}, err));
        if (!now[i].leads) continue;
        TRY(note_members(&members, &n_members, at, person, before, n_before, now, n_now, err));
        if (n_members > 0) TRY(add(at, (Notice){person, NOTICE_MEMBERS, name, "", members}, err));
    }
    return CADRE_OK;
}

static CadreStatus all_groups(Noticing *at, CadreError *err)
{
    for (int group = 0, i = 0, j = 0; group < at->model->n_groups; group++) {
        int first_before = i, first_now = j;
        while (i < at->n_before && at->before[i].group == group) i++;
        while (j < at->n_now && at->now[j].group == group) j++;
        TRY(group_notices(at, group, at->before + first_before, i - first_before, at->now + first_now, j - first_now, err));
    }
    return CADRE_OK;
}

static int by_person(const void *left, const void *right)
{
    const Notice *a = left, *b = right;
    if (a->person != b->person) return a->person < b->person ? -1 : 1;
    if (a->kind != b->kind) return a->kind < b->kind ? -1 : 1;
    int order = strcmp(a->group, b->group);
    return order ? order : strcmp(a->role, b->role);
}

static void count_people(Notices *out)
{
    for (int i = 0; i < out->n; i++) {
        bool is_first = i == 0 || out->items[i - 1].person != out->items[i].person;
        out->n_told += is_first;
        out->n_people += is_first && out->items[i].kind <= NOTICE_BEGINS;
    }
}

CadreStatus notices_make(Notices *out, const Model *model, const Solution *solution, Arena *arena, CadreError *err)
{
    Noticing at = {.out = out, .model = model, .arena = arena};
    *out = (Notices){.n = 0};
    TRY(labels_make(&at.labels, model, arena, err));
    TRY(own_roles(&at, solution, err));
    TRY(places_make(&at, solution, err));
    TRY(all_groups(&at, err));
    out->items = at.notices.items;
    out->n = at.notices.n;
    if (out->n > 1) qsort(out->items, (size_t)out->n, sizeof *out->items, by_person);
    count_people(out);
    return CADRE_OK;
}
