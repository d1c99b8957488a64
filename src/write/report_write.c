/* The pages of a report into a folder: each is made in memory of its own and let go once it is written. */
#include <string.h>

#include "base/files.h"
#include "write/report_section.h"

/* What all pages of a run have in common. */
typedef struct Pages {
    const char *folder;
    const ReportInput *input;
    const ReportSources *sources;
    const ReportBook *book;
    bool has_folder; /* the one within `folder` is made */
} Pages;

static CadreStatus make_folder(Pages *pages, Arena *arena, CadreError *err)
{
    const char *path = arena_print(arena, "%s/" REPORT_FOLDER, pages->folder);
    if (!path) return error_no_memory(err);
    if (!pages->has_folder) TRY(folder_create(path, err));
    pages->has_folder = true;
    return CADRE_OK;
}

static CadreStatus end_folder(const Pages *pages, Arena *arena, CadreError *err)
{
    const char *path = arena_print(arena, "%s/" REPORT_FOLDER, pages->folder);
    if (!path) return error_no_memory(err);
    return pages->has_folder ? folder_sync_files(path, err) : CADRE_OK;
}

/* What one page came to. */
typedef struct Made {
    size_t size, bytes[CHAPTERS];
} Made;

/* Make a page and, where it is not too large or cannot be divided, write it. */
static CadreStatus make_page(Made *made, const Pages *pages, const ReportPlace *place, int chapter, int part, bool write,
                             Arena *arena, CadreError *err)
{
    const char *text;
    *made = (Made){.size = 0};
    TRY(report_page(&text, made->bytes, pages->input, pages->sources, pages->book, place, chapter, part, arena, err));
    made->size = strlen(text);
    if (!write) return CADRE_OK;
    const char *file = report_file(place, chapter, part, arena);
    const char *path = file ? arena_print(arena, "%s/%s", pages->folder, file) : NULL;
    if (!path) return error_no_memory(err);
    bool is_first = chapter == WHOLE_PLACE && !*place->name; /* the others are synced together */
    return is_first ? file_write(path, text, made->size, err) : file_write_unsynced(path, text, made->size, err);
}

static CadreStatus try_page(Made *made, const Pages *pages, const ReportPlace *place, int chapter, int part, bool write,
                            Arena *arena, CadreError *err)
{
    Arena *work = arena_create(arena);
    if (!work) return error_no_memory(err);
    CadreStatus status = make_page(made, pages, place, chapter, part, write, work, err);
    arena_release(work);
    return status;
}

/* Tell the longest chapter that stands on the page in parts; false: none can be. */
static bool divide_page(ReportPlace *place, const Made *made)
{
    int longest = -1;
    for (int chapter = 0; chapter < CHAPTERS; chapter++) {
        if (place->n_each[chapter] > 0 || place_entries(place, chapter) < 2) continue;
        if (longest < 0 || made->bytes[chapter] > made->bytes[longest]) longest = chapter;
    }
    if (longest < 0) return false;
    size_t n = (size_t)place_entries(place, longest), size = made->bytes[longest];
    size_t each = size > REPORT_PART_SIZE ? n * REPORT_PART_SIZE / size : n;
    place->n_each[longest] = each > 0 ? (int)each : 1;
    return true;
}

/* Divide the place until no page of it is too large: the chapters told in parts, and how many entries each part has. */
static CadreStatus settle_parts(bool *settled, const Pages *pages, ReportPlace *place, Arena *arena, CadreError *err)
{
    Made made;
    *settled = true;
    for (int chapter = 0; chapter < CHAPTERS; chapter++)
        for (int part = 0; part < place_parts(place, chapter); part++) {
            TRY(try_page(&made, pages, place, chapter, part, false, arena, err));
            if (made.size <= REPORT_PAGE_MOST || place->n_each[chapter] == 1) continue;
            place->n_each[chapter] /= 2;
            *settled = false;
            return CADRE_OK;
        }
    TRY(try_page(&made, pages, place, WHOLE_PLACE, 0, false, arena, err));
    *settled = made.size <= REPORT_PAGE_MOST || !divide_page(place, &made);
    return CADRE_OK;
}

static CadreStatus settle(const Pages *pages, ReportPlace *place, Arena *arena, CadreError *err)
{
    for (bool settled = false; !settled;) TRY(settle_parts(&settled, pages, place, arena, err));
    return CADRE_OK;
}

/* Every page of a settled place. */
static CadreStatus write_place(const Pages *pages, const ReportPlace *place, Arena *arena, CadreError *err)
{
    Made made;
    for (int chapter = 0; chapter < CHAPTERS; chapter++)
        for (int part = 0; part < place_parts(place, chapter); part++)
            TRY(try_page(&made, pages, place, chapter, part, true, arena, err));
    return try_page(&made, pages, place, WHOLE_PLACE, 0, true, arena, err);
}

/* A site's page is made once where it is not too large, as nearly all are. */
static CadreStatus write_site(const Pages *pages, ReportPlace *place, Arena *arena, CadreError *err)
{
    Made made;
    TRY(try_page(&made, pages, place, WHOLE_PLACE, 0, true, arena, err));
    if (made.size <= REPORT_PAGE_MOST) return CADRE_OK;
    TRY(settle(pages, place, arena, err));
    return write_place(pages, place, arena, err);
}

/* The sites side by side; the first fault in their order is told. */
static CadreStatus write_sites(const Pages *pages, Arena *arena, CadreError *err)
{
    ReportBook book = *pages->book;
    int n = book.n_places - 1, threads = pages->input->threads > 1 ? pages->input->threads : 1, worst = n;
    CadreStatus status = CADRE_OK;
    Arena **work = ARENA_ARRAY(arena, Arena *, threads);
    if (!work) return error_no_memory(err);
    for (int i = 0; i < threads; i++)
        if (!(work[i] = arena_create(arena))) return error_no_memory(err);
#pragma omp parallel for schedule(static, 1) num_threads(threads)
    for (int thread = 0; thread < threads; thread++)
        for (int i = thread; i < n; i += threads) {
            CadreError fault;
            CadreStatus found = write_site(pages, &book.places[i + 1], work[thread], &fault);
            if (found == CADRE_OK) continue;
#pragma omp critical(report_fault)
            if (i < worst) {
                worst = i;
                status = found;
                *err = fault;
            }
            break;
        }
    return status;
}

/* The index is divided first, as the sites' pages lead to it; how they are divided in turn makes its links a little longer at
 * most. */
static CadreStatus write_many(Pages *pages, Arena *arena, CadreError *err)
{
    ReportPlace *first = &pages->book->places[0];
    TRY(make_folder(pages, arena, err));
    TRY(settle(pages, first, arena, err));
    TRY(write_sites(pages, arena, err));
    return write_place(pages, first, arena, err);
}

static CadreStatus write_one(Pages *pages, Arena *arena, CadreError *err)
{
    ReportPlace *place = &pages->book->places[0];
    bool is_divided = false;
    TRY(settle(pages, place, arena, err));
    for (int chapter = 0; chapter < CHAPTERS; chapter++) is_divided |= place->n_each[chapter] > 0;
    if (is_divided) TRY(make_folder(pages, arena, err));
    return write_place(pages, place, arena, err);
}

/* The one page, where all fits; *fits says whether. */
static CadreStatus write_whole(bool *fits, const Pages *pages, Arena *arena, CadreError *err)
{
    const ReportPlace *place = &pages->book->places[0];
    Made made;
    *fits = false;
    if (place->scope.n_people > REPORT_WHOLE_MOST) return CADRE_OK;
    TRY(try_page(&made, pages, place, WHOLE_PLACE, 0, true, arena, err));
    *fits = made.size <= REPORT_PAGE_MOST;
    return CADRE_OK;
}

static CadreStatus write_pages(const char *folder, const ReportInput *input, Arena *arena, CadreError *err)
{
    ReportSources sources;
    ReportBook book;
    bool fits;
    TRY(report_sources_make(&sources, input, arena, err));
    TRY(report_book_whole(&book, &sources.index, SCOPE_ALL, arena, err));
    Pages pages = {folder, input, &sources, &book, false};
    TRY(write_whole(&fits, &pages, arena, err));
    if (fits) return CADRE_OK;
    if (input->model->n_sites > 1) {
        TRY(report_book_sites(&book, &sources.index, arena, err));
        TRY(write_many(&pages, arena, err));
    } else {
        TRY(write_one(&pages, arena, err));
    }
    return end_folder(&pages, arena, err);
}

CadreStatus report_write(const char *folder, const ReportInput *input, Arena *arena, CadreError *err)
{
    Arena *work = arena_create(arena);
    if (!work) return error_no_memory(err);
    CadreStatus status = write_pages(folder, input, work, err);
    arena_release(work);
    return status;
}
