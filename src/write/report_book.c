#include "write/report_book.h"

#include <string.h>

#include "base/text.h"

static const char *const chapter_names[CHAPTERS] = {"sites", "shortages", "groups", "people", "skills"};

int place_entries(const ReportPlace *place, int chapter)
{
    const int n[CHAPTERS] = {place->n_sites, place->listed.n_shortages, place->listed.n_groups, place->listed.n_people,
                             place->n_skills};
    return n[chapter];
}

static int key_of(const ReportBook *book, int site) { return site < 0 ? book->model->n_sites : site; }

static CadreStatus book_begin(ReportBook *book, const ResultIndex *index, int n_places, Arena *arena, CadreError *err)
{
    const Model *model = index->model;
    *book = (ReportBook){.model = model, .n_places = n_places};
    book->places = ARENA_ARRAY(arena, ReportPlace, n_places);
    book->place_of_site = ARENA_ARRAY(arena, int, model->n_sites + 1);
    book->person_at = ARENA_ARRAY(arena, int, model->n_staff);
    book->group_at = ARENA_ARRAY(arena, int, model->n_groups);
    book->shortage_at = ARENA_ARRAY(arena, int, index->rows->n_shortages);
    bool made = book->places && book->place_of_site && book->person_at && book->group_at && book->shortage_at;
    return made ? CADRE_OK : error_no_memory(err);
}

/* Where the entries of a place stand; on an index the shortages of the sites are listed too, and stand at their sites. */
static void book_number(ReportBook *book, const ResultIndex *index, const ReportPlace *place)
{
    const ResultRows *rows = index->rows;
    for (int i = 0; i < place->listed.n_people; i++) book->person_at[rows->people[place->listed.people[i]].person] = i;
    for (int i = 0; i < place->listed.n_groups; i++) book->group_at[rows->groups[place->listed.groups[i]].group] = i;
    for (int i = 0; i < place->listed.n_shortages; i++) book->shortage_at[place->listed.shortages[i]] = i;
}

CadreStatus report_book_whole(ReportBook *out, const ResultIndex *index, int site, Arena *arena, CadreError *err)
{
    ReportBook book;
    TRY(book_begin(&book, index, 1, arena, err));
    ReportPlace *place = &book.places[0];
    *place = (ReportPlace){.site = site, .name = "", .scope = result_scope(index, site), .n_skills = index->model->n_skills};
    place->listed = place->scope;
    for (int key = 0; key <= book.model->n_sites; key++)
        book.place_of_site[key] = site == SCOPE_ALL || key == key_of(&book, site) ? 0 : -1;
    book_number(&book, index, place);
    *out = book;
    return CADRE_OK;
}

/* The dearest of all, and those of groups open to all. */
static CadreStatus list_shortages(ResultScope *listed, const ResultIndex *index, Arena *arena, CadreError *err)
{
    int *items = ARENA_ARRAY(arena, int, index->rows->n_shortages), n = 0;
    if (!items) return error_no_memory(err);
    for (int i = 0; i < index->rows->n_shortages; i++) {
        int row = index->dearest[i];
        bool open = index->model->groups[index->rows->shortages[row].shortage.group].site < 0;
        if (i < REPORT_DEAREST || open) items[n++] = row;
    }
    listed->shortages = items;
    listed->n_shortages = n;
    return CADRE_OK;
}

static bool is_plain(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

/* "0012-oak-elementary": the number keeps names apart, the letters are what a file system anywhere takes. */
static const char *place_name(const Model *model, int site, Arena *arena)
{
    enum { LETTERS_MOST = 40 };
    const char *key = text_name_key(arena, model->sites[site].name);
    char letters[LETTERS_MOST + 2] = "";
    int n = 0;
    for (; key && *key && n < LETTERS_MOST; key++) {
        if (is_plain(*key)) letters[n++] = *key;
        if (!is_plain(*key) && n > 0 && letters[n - 1] != '-') letters[n++] = '-';
    }
    while (n > 0 && letters[n - 1] == '-') n--;
    letters[n] = '\0';
    return key ? arena_print(arena, "%04d%s%s", site + 1, n > 0 ? "-" : "", letters) : NULL;
}

CadreStatus report_book_sites(ReportBook *out, const ResultIndex *index, Arena *arena, CadreError *err)
{
    ReportBook book;
    const Model *model = index->model;
    TRY(book_begin(&book, index, model->n_sites + 1, arena, err));
    for (int site = 0; site < model->n_sites; site++) {
        ReportPlace *place = &book.places[site + 1];
        *place = (ReportPlace){.site = site,
                               .name = place_name(model, site, arena),
                               .scope = result_scope(index, site),
                               .n_skills = model->n_skills};
        if (!place->name) return error_no_memory(err);
        place->listed = place->scope;
        book.place_of_site[site] = site + 1;
    }
    ReportPlace *first = &book.places[0];
    *first = (ReportPlace){.site = SCOPE_ALL,
                           .is_index = true,
                           .name = "",
                           .scope = result_scope(index, SCOPE_ALL),
                           .n_sites = model->n_sites,
                           .n_skills = model->n_skills};
    first->listed = result_scope(index, SCOPE_NO_SITE);
    TRY(list_shortages(&first->listed, index, arena, err));
    for (int i = 0; i < book.n_places; i++) book_number(&book, index, &book.places[i]);
    *out = book;
    return CADRE_OK;
}

const char *report_file(const ReportPlace *place, int chapter, int part, Arena *arena)
{
    const char *dash = *place->name ? "-" : "";
    if (chapter != WHOLE_PLACE)
        return arena_print(arena, REPORT_FOLDER "/%s%s%s-%d.html", place->name, dash, chapter_names[chapter], part + 1);
    return *place->name ? arena_print(arena, REPORT_FOLDER "/%s.html", place->name) : REPORT_FILE;
}

/* "people-12" */
static bool is_part(const char *name, size_t length)
{
    for (int i = 0; i < CHAPTERS; i++) {
        size_t chapter = strlen(chapter_names[i]) + 1;
        if (length > chapter && strncmp(name, chapter_names[i], chapter - 1) == 0 && name[chapter - 1] == '-')
            return strspn(name + chapter, "0123456789") == length - chapter;
    }
    return false;
}

bool report_has_page(const char *name)
{
    enum { DIGITS_LEAST = 4 };
    static const char end[] = ".html";
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-"), digits = strspn(name, "0123456789");
    if (strcmp(name + length, end) != 0) return false;
    return is_part(name, length) || (digits >= DIGITS_LEAST && (digits == length || name[digits] == '-'));
}

ReportSpot report_spot(const ReportBook *book, const ReportPlace *from, Chapter chapter, int site, int at)
{
    int number = book->place_of_site[key_of(book, site)];
    if (number < 0) return (ReportSpot){NULL, WHOLE_PLACE, 0};
    const ReportPlace *place = &book->places[number];
    if (place != from && !place->is_index && !from->is_index) return (ReportSpot){NULL, WHOLE_PLACE, 0};
    int each = place->n_each[chapter];
    return each > 0 ? (ReportSpot){place, (int)chapter, at / each} : (ReportSpot){place, WHOLE_PLACE, 0};
}
