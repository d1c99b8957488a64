/* The map of skills. Names stand beside their dots where there is room, numbers where there is not; the table has both. */
#include "write/report_skill_parts.h"
#include "write/screen.h"

enum { WIDTH = 640, HEIGHT = 480, LEFT = 58, TOP = 12, RIGHT = 24, BOTTOM = 46, RADIUS = 5, RING = 9 };
enum { ROOM_X = WIDTH - LEFT - RIGHT, ROOM_Y = HEIGHT - TOP - BOTTOM };
enum {
    NAME_MOST = 24,
    LETTER = 7,
    LINE = 15,
    NAMED_MOST = 120,
    DOTS_MOST = 4000,
    BOXES_MOST = 3 * NAMED_MOST + SKILL_PLACES,
    TRIES = 6
};

typedef struct Box {
    int x, y, width, height;
} Box;

typedef struct Drawing {
    Html *page;
    const Report *report;
    const SkillMap *map;
    int most_x, most_y; /* where the axes end, tenths of one per cent */
    Box boxes[BOXES_MOST];
    int n_boxes;
} Drawing;

static const char *const dot_classes[SKILL_PLACES] = {"dot", "dot strength", "dot passion", "dot reserve", "dot neither"};

static const Phrase place_phrases[SKILL_PLACES] = {
    [PLACE_STRENGTH] = PHRASE_REPORT_PLACE_STRENGTH,
    [PLACE_PASSION] = PHRASE_REPORT_PLACE_PASSION,
    [PLACE_RESERVE] = PHRASE_REPORT_PLACE_RESERVE,
    [PLACE_NEITHER] = PHRASE_REPORT_PLACE_NEITHER,
};

const char *place_words(SkillPlace place, Arena *arena)
{
    TextBuffer words = {.arena = arena};
    CadreError unheard;
    const char *text;
    if (place == PLACE_UNKNOWN) return "";
    words_add_plain(&words, place_phrases[place]);
    return buffer_text(&text, &words, &unheard) == CADRE_OK ? text : NULL;
}

static int at_x(const Drawing *drawing, int share) { return LEFT + share * ROOM_X / drawing->most_x; }
static int at_y(const Drawing *drawing, int share) { return TOP + ROOM_Y - share * ROOM_Y / drawing->most_y; }

/* An axis ends at a whole fifth above the greatest share. */
static void set_ends(Drawing *drawing)
{
    enum { STEP = 200, ALL = 1000 };
    int n_skills = drawing->report->input->model->n_skills, x = 0, y = 0;
    for (int skill = 0; skill < n_skills; skill++) {
        const SkillShares *at = &drawing->map->skills[skill];
        if (!skill_is_known(drawing->map, skill)) continue;
        if (at->have > x) x = at->have;
        if (at->want > y) y = at->want;
    }
    drawing->most_x = x + STEP / 4 >= ALL ? ALL : (x + STEP / 4) / STEP * STEP + STEP;
    drawing->most_y = y + STEP / 4 >= ALL ? ALL : (y + STEP / 4) / STEP * STEP + STEP;
}

static void add_ticks(Drawing *drawing)
{
    Html *page = drawing->page;
    Arena *arena = page->text.arena;
    int step_x = drawing->most_x > 400 ? 200 : 100, step_y = drawing->most_y > 400 ? 200 : 100;
    svg_rect(page, "field", LEFT, TOP, ROOM_X, ROOM_Y);
    for (int share = 0; share <= drawing->most_x; share += step_x) {
        svg_line(page, "grid", at_x(drawing, share), TOP, at_x(drawing, share), TOP + ROOM_Y);
        svg_text(page, "tick", at_x(drawing, share), TOP + ROOM_Y + 17, arena_print(arena, "%d%%", share / 10));
    }
    for (int share = 0; share <= drawing->most_y; share += step_y) {
        svg_line(page, "grid", LEFT, at_y(drawing, share), LEFT + ROOM_X, at_y(drawing, share));
        svg_text(page, "tick end", LEFT - 7, at_y(drawing, share) + 4, arena_print(arena, "%d%%", share / 10));
    }
    svg_text(page, "tick", LEFT + ROOM_X / 2, HEIGHT - 8, "have it at level 3 or more");
    svg_text(page, "tick upright", 14, TOP + ROOM_Y / 2, "want it, interest 3 or more");
}

static bool overlap(const Box *a, const Box *b)
{
    return a->x < b->x + b->width && b->x < a->x + a->width && a->y < b->y + b->height && b->y < a->y + a->height;
}

static void take(Drawing *drawing, Box box)
{
    if (drawing->n_boxes < BOXES_MOST) drawing->boxes[drawing->n_boxes++] = box;
}

static bool is_free(const Drawing *drawing, const Box *box)
{
    if (box->x < LEFT || box->x + box->width > WIDTH || box->y < TOP || box->y + box->height > TOP + ROOM_Y) return false;
    for (int i = 0; i < drawing->n_boxes; i++)
        if (overlap(box, &drawing->boxes[i])) return false;
    return true;
}

/* The quadrants' names in their corners. */
static void add_corners(Drawing *drawing)
{
    static const struct {
        SkillPlace place;
        bool right, bottom;
    } corners[] = {{PLACE_PASSION, false, false},
                   {PLACE_STRENGTH, true, false},
                   {PLACE_NEITHER, false, true},
                   {PLACE_RESERVE, true, true}};
    for (int i = 0; i < 4; i++) {
        const char *words = place_words(corners[i].place, drawing->page->text.arena);
        int width = words ? screen_width(words) * 9 : 0;
        int x = corners[i].right ? LEFT + ROOM_X - 8 : LEFT + 8, y = corners[i].bottom ? TOP + ROOM_Y - 10 : TOP + 20;
        svg_text(drawing->page, corners[i].right ? "corner end" : "corner", x, y, words);
        take(drawing, (Box){corners[i].right ? x - width : x, y - LINE, width, LINE + 4});
    }
}

static void add_means(Drawing *drawing)
{
    int x = at_x(drawing, drawing->map->mean_have), y = at_y(drawing, drawing->map->mean_want);
    svg_line(drawing->page, "mean", x, TOP, x, TOP + ROOM_Y);
    svg_line(drawing->page, "mean", LEFT, y, LEFT + ROOM_X, y);
}

static void add_dot(Drawing *drawing, int skill)
{
    const SkillShares *at = &drawing->map->skills[skill];
    int x = at_x(drawing, at->have), y = at_y(drawing, at->want);
    if (skill_in_demand(drawing->report, skill)) svg_dot(drawing->page, "ring", x, y, RING);
    svg_dot(drawing->page, dot_classes[at->place], x, y, RADIUS);
    take(drawing, (Box){x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS});
}

/* Try `text` around a dot. Whether there was room. */
static bool add_label(Drawing *drawing, int x, int y, const char *text)
{
    int width = screen_width(text) * LETTER, gap = RING + 2;
    const Box tries[TRIES] = {{x + gap, y - 8, width, LINE},        {x - gap - width, y - 8, width, LINE},
                              {x - width / 2, y - 25, width, LINE}, {x - width / 2, y + 10, width, LINE},
                              {x + gap - 4, y - 22, width, LINE},   {x + gap - 4, y + 6, width, LINE}};
    for (int i = 0; i < TRIES; i++) {
        if (!is_free(drawing, &tries[i])) continue;
        take(drawing, tries[i]);
        svg_text(drawing->page, "name", tries[i].x, tries[i].y + 12, svg_name(drawing->page, text));
        return true;
    }
    return false;
}

static void add_labels(Drawing *drawing)
{
    Arena *arena = drawing->page->text.arena;
    for (int i = 0, number = 0; i < drawing->report->input->model->n_skills; i++) {
        int skill = drawing->report->inventory->order[i];
        const SkillShares *at = &drawing->map->skills[skill];
        if (!skill_is_known(drawing->map, skill)) continue;
        const char *name = screen_cut(arena, skill_name(drawing->report, skill), NAME_MOST);
        const char *digits = words_number(++number, arena), *both = arena_print(arena, "%s %s", digits, name ? name : "");
        int x = at_x(drawing, at->have), y = at_y(drawing, at->want);
        if (digits && both && number <= NAMED_MOST && !add_label(drawing, x, y, both)) add_label(drawing, x, y, digits);
    }
}

static void add_drawing(Html *page, const Report *report, const SkillMap *map)
{
    Arena *arena = report->arena;
    TextBuffer title = {.arena = arena}, desc = {.arena = arena};
    Drawing drawing = {.page = page, .report = report, .map = map};
    words_add_plain(&title, PHRASE_REPORT_MAP_TITLE);
    words_add(&desc, PHRASE_REPORT_MAP_DESC, {"n", words_amount(map->n_known, arena)},
              {"have", arena_print(arena, "%s%%", report_percent(map->mean_have, arena))},
              {"want", arena_print(arena, "%s%%", report_percent(map->mean_want, arena))});
    set_ends(&drawing);
    report_frame_open(page, html_words(page, &title));
    svg_chart(page, "map", WIDTH, HEIGHT, html_words(page, &title), html_words(page, &desc));
    add_ticks(&drawing);
    add_corners(&drawing);
    add_means(&drawing);
    for (int i = 0, n = 0; i < report->input->model->n_skills && n < DOTS_MOST; i++) {
        int skill = report->inventory->order[i];
        if (!skill_is_known(map, skill)) continue;
        add_dot(&drawing, skill);
        n++;
    }
    add_labels(&drawing);
    svg_end(page);
    html_close(page);
}

/* What the quadrants' names mean. */
static void add_meanings(Html *page)
{
    static const Phrase meanings[][2] = {{PHRASE_REPORT_PLACE_STRENGTH, PHRASE_REPORT_MEANS_STRENGTH},
                                         {PHRASE_REPORT_PLACE_PASSION, PHRASE_REPORT_MEANS_PASSION},
                                         {PHRASE_REPORT_PLACE_RESERVE, PHRASE_REPORT_MEANS_RESERVE},
                                         {PHRASE_REPORT_PLACE_NEITHER, PHRASE_REPORT_MEANS_NEITHER},
                                         {PHRASE_REPORT_PLACE_DEMAND, PHRASE_REPORT_MEANS_DEMAND}};
    static const char *const marks[] = {"dot strength", "dot passion", "dot reserve", "dot neither", "ring"};
    html_open_class(page, "dl", "means");
    for (int i = 0; i < 5; i++) {
        html_open(page, "dt");
        svg_mark(page, "legend", 20, 20);
        svg_dot(page, marks[i], 10, 10, i < 4 ? RADIUS : RING);
        svg_end(page);
        html_phrase_plain(page, meanings[i][0]);
        html_close(page);
        html_open(page, "dd");
        html_phrase_plain(page, meanings[i][1]);
        html_close(page);
    }
    html_close(page);
}

void report_skill_map(Html *page, const Report *report, const SkillMap *map)
{
    Arena *arena = report->arena;
    int left_out = report->input->model->n_skills - map->n_known;
    if (map->n_known < INVENTORY_FEWEST) {
        report_question(page, PHRASE_REPORT_ASK_MAP);
        report_note(page, map->n_known == 0 ? PHRASE_REPORT_MAP_NONE : PHRASE_REPORT_MAP_FEW);
        return;
    }
    html_open_class(page, "div", "map-part");
    html_open(page, "figure");
    report_question(page, PHRASE_REPORT_ASK_MAP);
    add_drawing(page, report, map);
    html_open_class(page, "figcaption", "note");
    html_phrase(page, PHRASE_REPORT_MAP_LINES, {"have", arena_print(arena, "%s%%", report_percent(map->mean_have, arena))},
                {"want", arena_print(arena, "%s%%", report_percent(map->mean_want, arena))});
    if (left_out > 0) {
        html_raw(page, " ");
        html_phrase(page, PHRASE_REPORT_MAP_LEFT_OUT, {"n", words_amount(left_out, arena)});
    }
    if (map->n_known > DOTS_MOST) {
        html_raw(page, " ");
        html_phrase(page, PHRASE_REPORT_MAP_MORE, {"shown", words_amount(DOTS_MOST, arena)},
                    {"n", words_amount(map->n_known - DOTS_MOST, arena)});
    }
    html_close(page);
    html_close(page);
    add_meanings(page);
    html_close(page);
}
