/* test_verdicts: Cadre's judge against the record of tiny cases. Of every case many random assignments are judged, about half
 * of them allowed; the result folder of each is written from the record alone, right to the last cell. The judge must pass an
 * allowed one, and of a forbidden one name every family that is broken and no other. Some allowed ones are spoiled in one
 * place: a family of prices or points left out of every file, a floor claimed one too high, a wrong cell, two rows in the wrong
 * order, a wrong number in result.json. Usage: test_verdicts FIRST_SEED CASES PER_CASE FOLDER. Says how often each family was
 * the only one broken; never is a failure. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <omp.h>

#include "read/read.h"
#include "tiny/tiny_draw.h"
#include "tiny/tiny_result.h"
#include "verify/verify.h"

/* What can be wrong beside the families. */
enum { WRONG_FLOOR = TINY_FAMILIES, WRONG_CELL, WRONG_ORDER, WRONG_NUMBER, N_WRONG };

static const char *const wrong_names[] = {"a floor claimed", "a cell", "order of rows", "a number of json"};

/* The families that an assignment itself can break, and what the judge's messages about each hold. */
typedef struct Phrase {
    TinyFamily family;
    const char *text;
} Phrase;

static const Phrase phrases[] = {
    {TINY_ROLE_MAX, " holders; expected "},
    {TINY_SIZE_MAX, " members; expected "},
    {TINY_HOURS, " hours; expected "},
    {TINY_MAX_GROUPS, " groups; expected "},
    {TINY_MAX_LEADS, " leading roles; expected "},
    {TINY_ONE_ROLE, "another role in this group"},
    {TINY_POSITIONS_RULE, "not open to this position"},
    {TINY_MUSTS, "below a must"},
    {TINY_AWAY, "is away"},
    {TINY_SITES_RULE, "another site's people"},
    {TINY_PIN_MUST, "the must pin"},
    {TINY_PIN_NEVER, "a pin says never"},
    {TINY_APART, "expected them apart"},
    {TINY_TOGETHER, "together or neither"},
    {TINY_SLOTS, "meets at the time of"},
    {TINY_MAX_CHANGES, "(max_changes)"},
};

static const unsigned closing =
    1u << TINY_AWAY | 1u << TINY_SITES_RULE | 1u << TINY_POSITIONS_RULE | 1u << TINY_MUSTS | 1u << TINY_PIN_NEVER;
/* Families that no assignment breaks, but that the files tell of: prices and points. */
static const TinyFamily told[] = {TINY_ROLE_MIN,  TINY_SIZE_MIN, TINY_COVERAGE,   TINY_MIX,
                                  TINY_MIX_EACH,  TINY_EVERYONE, TINY_EXTRA_LOAD, TINY_PIN_PREFER,
                                  TINY_LAST_TIME, TINY_RATINGS,  TINY_CHOSEN,     TINY_SKILL_INTEREST};
enum { N_TOLD = sizeof told / sizeof *told };

/* What the judge said of one assignment. */
typedef struct Heard {
    int errors;
    unsigned named; /* families */
    char text[2048];
} Heard;

typedef struct Tally {
    long allowed, forbidden, spoiled, failed, contradictory;
    long only[N_WRONG]; /* verdicts in which this alone was wrong */
} Tally;

/* One case with its model, and how its assignments are drawn. */
typedef struct Court {
    const TinyCase *tiny;
    TinyRules rules;
    const Model *model;
    int n_bundles[TINY_PEOPLE];
    int bundles[TINY_PEOPLE][1 << TINY_ROLES];
    uint64_t state;
    Tally *tally;
} Court;

/* An assignment and what is wrong with its files. */
typedef struct Trial {
    int holding[TINY_PEOPLE];
    unsigned broken; /* by the assignment itself */
    int wrong;       /* the one place that is spoiled: a family of `told`, WRONG_..., or TINY_NONE */
} Trial;

static void hear(void *data, const CadreMessage *message)
{
    Heard *heard = data;
    if (message->severity != CADRE_ERROR) return;
    heard->errors++;
    for (size_t i = 0; i < sizeof phrases / sizeof phrases[0]; i++)
        if (strstr(message->text, phrases[i].text)) heard->named |= 1u << phrases[i].family;
    size_t used = strlen(heard->text);
    snprintf(heard->text + used, sizeof heard->text - used, "    %s:%d:%d: %s\n", message->file, message->line, message->column,
             message->text);
}

static unsigned broken_by(const Court *court, const int holding[])
{
    unsigned broken = tiny_whole_broken(&court->rules, holding);
    for (int p = 0; p < court->tiny->n_people; p++) broken |= tiny_person_broken(&court->rules, p, holding[p]);
    return broken;
}

/* Whole bundles that each person may have, until together they are allowed; the last try where none is. */
static void draw_allowed(Court *court, int holding[])
{
    for (int tries = 0; tries < 50; tries++) {
        for (int p = 0; p < court->tiny->n_people; p++) {
            int n = court->n_bundles[p];
            holding[p] = n ? court->bundles[p][tiny_draw(&court->state, 0, n - 1)] : 0;
        }
        if (!tiny_whole_broken(&court->rules, holding)) return;
    }
}

/* Somebody gets a role, leaves one, hands it on or moves to another. */
static void mutate(Court *court, int holding[])
{
    int person = tiny_draw(&court->state, 0, court->tiny->n_people - 1);
    int other = tiny_draw(&court->state, 0, court->tiny->n_people - 1);
    int role = 1 << tiny_draw(&court->state, 0, court->tiny->n_roles - 1);
    int second = 1 << tiny_draw(&court->state, 0, court->tiny->n_roles - 1);
    switch (tiny_draw(&court->state, 0, 3)) {
    case 0:
        holding[person] |= role;
        break;
    case 1:
        holding[person] &= ~role;
        break;
    case 2:
        if (holding[person] & role) holding[other] |= role;
        if (person != other) holding[person] &= ~role;
        break;
    default:
        if (holding[person] & role) holding[person] = (holding[person] & ~role) | second;
    }
}

static bool same_shortages(const TinyShorts *one, const TinyShorts *two)
{
    bool same = one->n == two->n;
    for (int i = 0; i < one->n && same; i++)
        same = one->items[i].kind == two->items[i].kind && one->items[i].cost == two->items[i].cost;
    return same;
}

/* Whether the files change where a family that they tell of is left out. */
static bool family_shows(const Court *court, const TinyRules *less, const int holding[])
{
    TinyShorts with, without;
    tiny_shortages(&court->rules, holding, &with);
    tiny_shortages(less, holding, &without);
    bool shows = !same_shortages(&with, &without);
    for (int p = 0; p < court->tiny->n_people; p++) {
        TinyEarned all = tiny_earned(&court->rules, p, holding[p]), few = tiny_earned(less, p, holding[p]);
        shows |= all.points != few.points || all.everyone != few.everyone || all.extra_load != few.extra_load;
    }
    return shows;
}

static int floor_of(const Court *court, const int holding[])
{
    int highest = court->tiny->settings.floor ? tiny_highest_leading(&court->rules) : TINY_NONE;
    int lowest = tiny_lowest_leading(&court->rules, holding);
    return lowest < highest ? lowest : highest;
}

/* Choose what to spoil, and make the files. */
static ResultFiles write_files(Court *court, Trial *trial, Arena *arena)
{
    const TinyCase *tiny = court->tiny;
    TinyRules less = court->rules;
    TinyClaim claim = {tiny_chance(&court->state, 50) ? tiny_draw(&court->state, 1, 9) : 0, floor_of(court, trial->holding),
                       TINY_NONE};
    trial->wrong = TINY_NONE;
    if (!trial->broken && tiny_chance(&court->state, 30)) {
        int which = tiny_draw(&court->state, 0, N_TOLD + N_WRONG - TINY_FAMILIES - 1);
        trial->wrong = which < N_TOLD ? (int)told[which] : TINY_FAMILIES + which - N_TOLD;
        if (which < N_TOLD) {
            tiny_rules_make(&less, tiny, 1u << trial->wrong);
            if (!family_shows(court, &less, trial->holding)) trial->wrong = TINY_NONE, less = court->rules;
        }
        if (trial->wrong == WRONG_FLOOR && claim.floor == TINY_NONE) trial->wrong = TINY_NONE;
        if (trial->wrong == WRONG_FLOOR) claim.floor++;
        if (trial->wrong == WRONG_NUMBER)
            claim.spoiled = tiny_draw(&court->state, 0, tiny->has_previous ? TINY_CHANGES : TINY_LEADING_LAST);
    }
    ResultFiles files = tiny_result_make(&less, trial->holding, claim, arena);
    if (trial->wrong == WRONG_CELL) tiny_result_spoil_cell(&files, &court->state, arena);
    if (trial->wrong == WRONG_ORDER && !tiny_result_spoil_order(&files, &court->state, arena)) trial->wrong = TINY_NONE;
    return files;
}

/* Of several reasons that close a role the judge names one. */
static bool agrees(const Trial *trial, const Heard *heard)
{
    if (trial->wrong == WRONG_CELL) return heard->errors > 0; /* a wrong name may break any family */
    if (trial->wrong != TINY_NONE) return heard->errors > 0 && !heard->named;
    if (!trial->broken) return heard->errors == 0;
    unsigned closed = trial->broken & closing, said = heard->named & closing;
    return (heard->named & ~closing) == (trial->broken & ~closing) && (said & ~closed) == 0 && (said != 0) == (closed != 0);
}

static const char *wrong_name(int wrong)
{
    return wrong < TINY_FAMILIES ? tiny_family_names[wrong] : wrong_names[wrong - TINY_FAMILIES];
}

static void report(const Court *court, const Trial *trial, const Heard *heard)
{
    fprintf(stderr, "seed %" PRIu64 ", roles as bits:", court->tiny->seed);
    for (int p = 0; p < court->tiny->n_people; p++) fprintf(stderr, " %d", trial->holding[p]);
    fprintf(stderr, "; the record says:");
    if (trial->wrong != TINY_NONE) fprintf(stderr, " spoiled: %s;", wrong_name(trial->wrong));
    for (int family = 0; family < TINY_FAMILIES; family++)
        if (trial->broken >> family & 1) fprintf(stderr, " %s broken;", tiny_family_names[family]);
    if (trial->wrong == TINY_NONE && !trial->broken) fprintf(stderr, " allowed;");
    fprintf(stderr, " the judge says %d violations\n%s", heard->errors, heard->text);
}

static void count(Tally *tally, const Trial *trial)
{
    if (trial->wrong != TINY_NONE) {
        tally->spoiled++;
        tally->only[trial->wrong]++;
    } else if (!trial->broken)
        tally->allowed++;
    else
        tally->forbidden++;
    if (trial->broken && !(trial->broken & (trial->broken - 1))) tally->only[__builtin_ctz(trial->broken)]++;
}

static bool judge(Court *court, Trial *trial)
{
    Heard heard = {0};
    CadreError err = {0};
    Arena *arena = arena_create(NULL);
    Messages *messages = arena ? messages_create(arena) : NULL;
    if (!messages) return false;
    ResultFiles files = write_files(court, trial, arena);
    CadreStatus status = verify_result(court->model, &files, arena, messages, &err);
    messages_flush(messages, &(CadreListener){.data = &heard, .message = hear}, &err);
    arena_release(arena);
    bool same = status == CADRE_OK && agrees(trial, &heard);
    if (!same) report(court, trial, &heard);
    return same;
}

static void sit(Court *court, int trials)
{
    for (int i = 0; i < trials; i++) {
        Trial trial = {0};
        draw_allowed(court, trial.holding);
        int mutations = tiny_chance(&court->state, 70) ? tiny_draw(&court->state, 1, 3) : 0;
        while (mutations-- > 0) mutate(court, trial.holding);
        trial.broken = broken_by(court, trial.holding);
        court->tally->failed += !judge(court, &trial);
        count(court->tally, &trial);
    }
}

static void list_bundles(Court *court)
{
    for (int p = 0; p < court->tiny->n_people; p++)
        for (int mask = 0; mask < 1 << court->tiny->n_roles; mask++)
            if (!tiny_person_broken(&court->rules, p, mask)) court->bundles[p][court->n_bundles[p]++] = mask;
}

/* Read the case's sheets and judge; sheets that are refused must contradict themselves. */
static bool read_and_sit(const TinyCase *tiny, int trials, const char *folder, Arena *arena, Tally *tally)
{
    char skills[600], interests[600], plan[600];
    snprintf(skills, sizeof skills, "%s/skills.csv", folder);
    snprintf(interests, sizeof interests, "%s/interests.csv", folder);
    snprintf(plan, sizeof plan, "%s/plan", folder);
    const CadreInputs inputs = {.plan = plan, .surveys = (const char *const[]){skills, interests}, .n_surveys = 2};
    ReadResult read = {0};
    CadreError err = {0};
    Heard heard = {0};
    Messages *messages = messages_create(arena);
    bool fine = messages && read_inputs(&read, NULL, &inputs, arena, messages, &err) == CADRE_OK;
    if (fine && messages_errors(messages) == 0) {
        Court court = {.tiny = tiny, .model = read.model, .state = tiny->seed, .tally = tally};
        tiny_rules_make(&court.rules, tiny, 0);
        list_bundles(&court);
        sit(&court, trials);
        return true;
    }
    if (fine && !tiny_case_optimum(tiny, 0).feasible) {
        tally->contradictory++;
        return true;
    }
    if (messages) messages_flush(messages, &(CadreListener){.data = &heard, .message = hear}, &err);
    fprintf(stderr, "seed %" PRIu64 ": the sheets cannot be read: %s\n%s", tiny->seed, err.text, heard.text);
    return false;
}

static void try_case(uint64_t seed, int trials, const char *folder, Tally *tally)
{
    TinyCase tiny;
    Arena *arena = arena_create(NULL);
    bool fine = arena && tiny_case_generate(&tiny, seed, folder) && read_and_sit(&tiny, trials, folder, arena, tally);
    if (arena) tiny_case_release(&tiny);
    tally->failed += !fine;
    arena_release(arena);
}

int main(int argc, char **argv)
{
    if (argc != 5) {
        fprintf(stderr, "usage: test_verdicts FIRST_SEED CASES PER_CASE FOLDER\n");
        return 2;
    }
    omp_set_num_threads(1); /* a team a verdict would cost more than the verdict */
    uint64_t first = strtoull(argv[1], NULL, 10), cases = strtoull(argv[2], NULL, 10);
    int trials = atoi(argv[3]);
    Tally tally = {0};
    for (uint64_t seed = first; seed < first + cases; seed++) try_case(seed, trials, argv[4], &tally);
    tiny_case_remove(argv[4]);
    printf("what was wrong: verdicts in which nothing else was\n");
    for (int wrong = 0; wrong < N_WRONG; wrong++) {
        if (wrong == TINY_FLOOR) continue; /* an optimum's affair; a claim that is too high stands below */
        printf("  %-18s %ld\n", wrong_name(wrong), tally.only[wrong]);
        if (tally.only[wrong] == 0) tally.failed++, printf("    never decisive; expected at least once\n");
    }
    printf("verdicts: %ld allowed, %ld forbidden, %ld spoiled; %ld plans refused as contradictory\n", tally.allowed,
           tally.forbidden, tally.spoiled, tally.contradictory);
    printf("verdicts: %ld disagreements or failures\n", tally.failed);
    return tally.failed > 0;
}
