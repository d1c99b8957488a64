#include "read/site_variants.h"

#include <stdbool.h>
#include <string.h>

#include "base/text.h"
#include "read/guess_cues.h"

enum { SLIP_LENGTH = 6, RARE = 3, ABBREVIATED = 3 };

/* Whether a word stands in `many`; or, where it may be cut, the start of one of ABBREVIATED letters or more. */
static bool has_word(const char *many, const char *word, size_t length, bool cut)
{
    for (const char *at = many; at[0] && at[1]; at += 1 + strcspn(at + 1, " ")) {
        if (strncmp(at + 1, word, length) != 0) continue;
        if (at[1 + length] == ' ') return true;
        bool digits = strcspn(word, "0123456789") < length;
        if (cut && length >= ABBREVIATED && !digits) return true;
    }
    return false;
}

/* Whether every word of `few` is a word of `many`, in any place; words after the first may be cut ("Maple Elem"). */
static bool words_within(const char *few, const char *many)
{
    bool first = true;
    for (const char *at = few; at[0] && at[1]; first = false) {
        size_t length = strcspn(at + 1, " ");
        if (!has_word(many, at + 1, length, !first)) return false;
        at += 1 + length;
    }
    return few[0] && few[1];
}

/* Letters that stand alone side by side are an acronym: " c e i p arce " becomes " ceip arce ". */
static char *join_letters(Arena *arena, const char *words)
{
    char *joined = arena_copy(arena, words), *to = joined;
    if (!joined) return NULL;
    for (const char *at = words; *at; at++) {
        bool after_letter = at - words >= 2 && at[-1] != ' ' && at[-2] == ' ';
        bool before_letter = at[0] == ' ' && at[1] && at[1] != ' ' && at[2] == ' ';
        if (!(*at == ' ' && after_letter && before_letter)) *to++ = *at;
    }
    *to = '\0';
    return joined;
}

static bool same_digits(const char *a, const char *b)
{
    for (;;) {
        a += strcspn(a, "0123456789");
        b += strcspn(b, "0123456789");
        if (*a != *b) return false;
        if (!*a) return true;
        a++;
        b++;
    }
}

static bool is_slip(const char *rare, const char *frequent)
{
    return strlen(rare) >= SLIP_LENGTH + 2 && same_digits(rare, frequent) && text_distance(rare, frequent, 1) <= 1;
}

static int root_of(const int parent[], int at)
{
    while (parent[at] != at) at = parent[at];
    return at;
}

/* The spelling that `at` is surely a variant of: -1 where there is none, -2 where there are two sites that it may be. */
static int longer_form(char *const words[], const int counts[], const int parent[], int n, int at)
{
    int found = -1;
    for (int i = 0; i < n; i++) {
        if (root_of(parent, i) == root_of(parent, at) || strcmp(words[i], words[at]) == 0) continue;
        bool slip = RARE * counts[at] <= counts[i] && is_slip(words[at], words[i]);
        bool within = words_within(words[at], words[i]) && strlen(words[at]) < strlen(words[i]);
        if (!slip && !within) continue;
        if (found < 0 || words_within(words[found], words[i]))
            found = i; /* the longest of a chain */
        else if (root_of(parent, i) != root_of(parent, found) && !words_within(words[i], words[found]) &&
                 !is_slip(words[i], words[found]) && !is_slip(words[found], words[i]))
            return -2;
    }
    return found;
}

CadreStatus site_variants(int of[], const char *const spellings[], const int counts[], int n, int n_fixed, Arena *scratch,
                          CadreError *err)
{
    char **words = ARENA_ARRAY(scratch, char *, n + 1);
    int *parent = ARENA_ARRAY(scratch, int, n + 1), *best = ARENA_ARRAY(scratch, int, n + 1);
    if (!words || !parent || !best) return error_no_memory(err);
    for (int i = 0; i < n; i++) {
        const char *spelled = cue_words(scratch, spellings[i]);
        if (!spelled || !(words[i] = join_letters(scratch, spelled))) return error_no_memory(err);
        parent[i] = i < n_fixed ? of[i] : i;
    }
    for (int i = 0; i < n; i++)
        for (int j = 0; j < i; j++)
            if (strcmp(words[i], words[j]) == 0 && i >= n_fixed && words[i][1]) {
                parent[i] = root_of(parent, j);
                break;
            }
    for (int i = 0; i < n; i++) {
        int longer = longer_form(words, counts, parent, n, i), from = root_of(parent, i);
        if (longer < 0) continue;
        int to = root_of(parent, longer);
        if (from == to || (from < n_fixed && to < n_fixed)) continue;
        if (from < n_fixed)
            parent[to] = from;
        else
            parent[from] = to;
    }
    for (int i = 0; i < n; i++) best[i] = -1;
    for (int i = 0; i < n; i++) {
        int root = root_of(parent, i), *here = &best[root];
        bool better = *here < 0 || counts[i] > counts[*here] ||
                      (counts[i] == counts[*here] && strcmp(spellings[i], spellings[*here]) < 0);
        if (root < n_fixed ? i == root : better) *here = i;
    }
    for (int i = 0; i < n; i++) of[i] = best[root_of(parent, i)];
    return CADRE_OK;
}
