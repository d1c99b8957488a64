#include "read/guess_cues.h"

#include <string.h>

#include "base/text.h"

typedef struct Cue {
    const char *words; /* keys joined by blanks; a `*` at the end stands for the rest of the last word */
    int kinds;
    const char *field;
} Cue;

static const Cue cue_table[] = {
    {"school year", CUE_MASK, NULL},
    {"school day", CUE_MASK, NULL},
    {"school improvement", CUE_MASK, NULL},
    {"school wide", CUE_MASK, NULL},
    {"summer school", CUE_MASK, NULL},
    {"level of school", CUE_MASK, NULL},
    {"previous job", CUE_MASK, NULL},
    {"previous position", CUE_MASK, NULL},
    {"previous school", CUE_MASK, NULL},
    {"other school", CUE_MASK, NULL},
    {"this year", CUE_MASK, NULL},
    {"last year", CUE_MASK, NULL},
    {"ano escolar", CUE_MASK, NULL},
    {"este ano", CUE_MASK, NULL},
    {"in a group", CUE_MASK, NULL},
    {"level of agreement", CUE_OPINION, NULL},

    {"skill*", CUE_SKILL, NULL},
    {"knowledg*", CUE_SKILL, NULL},
    {"know", CUE_SKILL, NULL},
    {"confiden*", CUE_SKILL, NULL},
    {"familiar*", CUE_SKILL, NULL},
    {"proficien*", CUE_SKILL, NULL},
    {"experience", CUE_SKILL, NULL},
    {"expert*", CUE_SKILL, NULL},
    {"abilit*", CUE_SKILL, NULL},
    {"able to", CUE_SKILL, NULL},
    {"competen*", CUE_SKILL, NULL},
    {"comfort*", CUE_SKILL, NULL},
    {"strength*", CUE_SKILL, NULL},
    {"capab*", CUE_SKILL, NULL},
    {"fluen*", CUE_SKILL, NULL},
    {"prepared", CUE_SKILL, NULL},
    {"trained in", CUE_SKILL, NULL},
    {"how well", CUE_SKILL, NULL},
    {"how good", CUE_SKILL, NULL},
    {"time is spent", CUE_SKILL, NULL},
    {"time do you spend", CUE_SKILL, NULL},
    {"time you spend", CUE_SKILL, NULL},
    {"habilidad*", CUE_SKILL, NULL},
    {"destreza*", CUE_SKILL, NULL},
    {"conocimiento*", CUE_SKILL, NULL},
    {"conoce*", CUE_SKILL, NULL},
    {"confianza", CUE_SKILL, NULL},
    {"segur*", CUE_SKILL, NULL},
    {"domin*", CUE_SKILL, NULL},
    {"experiencia", CUE_SKILL, NULL},
    {"capacidad*", CUE_SKILL, NULL},
    {"capaz*", CUE_SKILL, NULL},
    {"fortaleza*", CUE_SKILL, NULL},
    {"preparad*", CUE_SKILL, NULL},
    {"comod*", CUE_SKILL, NULL},
    {"que tan bien", CUE_SKILL, NULL},
    {"tiempo dedica*", CUE_SKILL, NULL},

    {"interest*", CUE_INTEREST, NULL},
    {"would like", CUE_INTEREST, NULL},
    {"would you like", CUE_INTEREST, NULL},
    {"like to", CUE_INTEREST, NULL},
    {"want to", CUE_INTEREST, NULL},
    {"willing*", CUE_INTEREST, NULL},
    {"wish to", CUE_INTEREST, NULL},
    {"hope to", CUE_INTEREST, NULL},
    {"prefer to", CUE_INTEREST, NULL},
    {"passion*", CUE_INTEREST, NULL},
    {"enjoy*", CUE_INTEREST, NULL},
    {"love to", CUE_INTEREST, NULL},
    {"curious", CUE_INTEREST, NULL},
    {"eager*", CUE_INTEREST, NULL},
    {"motivat*", CUE_INTEREST, NULL},
    {"volunteer*", CUE_INTEREST, NULL},
    {"how likely", CUE_INTEREST, NULL},
    {"care about", CUE_INTEREST, NULL},
    {"interes*", CUE_INTEREST, NULL},
    {"gustaria*", CUE_INTEREST, NULL},
    {"gusta", CUE_INTEREST, NULL},
    {"quisiera*", CUE_INTEREST, NULL},
    {"quiere*", CUE_INTEREST, NULL},
    {"desea*", CUE_INTEREST, NULL},
    {"dispuest*", CUE_INTEREST, NULL},
    {"apasion*", CUE_INTEREST, NULL},
    {"pasion*", CUE_INTEREST, NULL},
    {"disfrut*", CUE_INTEREST, NULL},
    {"ganas de", CUE_INTEREST, NULL},

    {"how often", CUE_PRACTICE, NULL},
    {"frequen*", CUE_PRACTICE, NULL},
    {"con que frecuencia", CUE_PRACTICE, NULL},
    {"frecuencia", CUE_PRACTICE, NULL},

    {"rate", CUE_RATING, NULL},
    {"rating*", CUE_RATING, NULL},
    {"assess your*", CUE_RATING, NULL},
    {"level of", CUE_RATING, NULL},
    {"your level", CUE_RATING, NULL},
    {"califi*", CUE_RATING, NULL},
    {"evalu*", CUE_RATING, NULL},
    {"nivel*", CUE_RATING, NULL},

    {"agree*", CUE_OPINION, NULL},
    {"disagree*", CUE_OPINION, NULL},
    {"satisf*", CUE_OPINION, NULL},
    {"how important", CUE_OPINION, NULL},
    {"importance", CUE_OPINION, NULL},
    {"quality of", CUE_OPINION, NULL},
    {"how easy", CUE_OPINION, NULL},
    {"how difficult", CUE_OPINION, NULL},
    {"how bad", CUE_OPINION, NULL},
    {"recommend*", CUE_OPINION, NULL},
    {"influenc*", CUE_OPINION, NULL},
    {"acuerdo", CUE_OPINION, NULL},
    {"importancia", CUE_OPINION, NULL},
    {"que tan importante*", CUE_OPINION, NULL},
    {"calidad de", CUE_OPINION, NULL},

    {"how many", CUE_COUNT, NULL},
    {"how long", CUE_COUNT, NULL},
    {"number of", CUE_COUNT, NULL},
    {"percentage", CUE_COUNT, NULL},
    {"maximum", CUE_COUNT, NULL},
    {"max", CUE_COUNT, NULL},
    {"most", CUE_COUNT, NULL},
    {"cuant*", CUE_COUNT, NULL},
    {"numero de", CUE_COUNT, NULL},
    {"maximo", CUE_COUNT, NULL},

    {"timestamp", CUE_TIME, NULL},
    {"time stamp", CUE_TIME, NULL},
    {"completion time", CUE_TIME, NULL},
    {"end date", CUE_TIME, NULL},
    {"enddate", CUE_TIME, NULL},
    {"recorded date", CUE_TIME, NULL},
    {"recordeddate", CUE_TIME, NULL},
    {"submi*", CUE_TIME, NULL},
    {"start time", CUE_TIME, NULL},
    {"start date", CUE_TIME, NULL},
    {"startdate", CUE_TIME, NULL},
    {"date", CUE_TIME, NULL},
    {"marca temporal", CUE_TIME, NULL},
    {"hora de finalizacion", CUE_TIME, NULL},
    {"hora de inicio", CUE_TIME, NULL},
    {"fecha", CUE_TIME, NULL},

    {"email*", CUE_EMAIL, NULL},
    {"e mail", CUE_EMAIL, NULL},
    {"username", CUE_EMAIL, NULL},
    {"correo*", CUE_EMAIL, NULL},
    {"id", CUE_ID, NULL},
    {"responseid", CUE_ID | CUE_RESPONSE, NULL},
    {"employee number", CUE_ID, NULL},
    {"staff number", CUE_ID, NULL},
    {"identifi*", CUE_ID, NULL},
    {"numero de empleado", CUE_ID, NULL},
    {"response", CUE_RESPONSE, NULL},
    {"respondent", CUE_RESPONSE, NULL},
    {"submission", CUE_RESPONSE, NULL},
    {"respuesta", CUE_RESPONSE, NULL},

    {"school", CUE_SITE, NULL},
    {"building", CUE_SITE, NULL},
    {"campus", CUE_SITE, NULL},
    {"site", CUE_SITE, NULL},
    {"where do you work", CUE_SITE, NULL},
    {"where do you teach", CUE_SITE, NULL},
    {"escuela", CUE_SITE, NULL},
    {"colegio", CUE_SITE, NULL},
    {"plantel", CUE_SITE, NULL},
    {"sede", CUE_SITE, NULL},
    {"centro", CUE_SITE, NULL},
    {"edificio", CUE_SITE, NULL},
    {"donde trabaja*", CUE_SITE, NULL},
    {"position", CUE_POSITION, NULL},
    {"role", CUE_POSITION, NULL},
    {"job", CUE_POSITION, NULL},
    {"job title", CUE_POSITION, NULL},
    {"occupation", CUE_POSITION, NULL},
    {"puesto", CUE_POSITION, NULL},
    {"cargo", CUE_POSITION, NULL},
    {"rol", CUE_POSITION, NULL},
    {"ocupacion", CUE_POSITION, NULL},

    {"grade*", CUE_FIELD, "grade"},
    {"grado*", CUE_FIELD, "grade"},
    {"department*", CUE_FIELD, "department"},
    {"departamento*", CUE_FIELD, "department"},
    {"subject*", CUE_FIELD, "subject"},
    {"content area*", CUE_FIELD, "subject"},
    {"asignatura*", CUE_FIELD, "subject"},
    {"materia*", CUE_FIELD, "subject"},
    {"years", CUE_FIELD, "years"},
    {"anos", CUE_FIELD, "years"},
    {"certification*", CUE_FIELD, "certification"},
    {"certificacion*", CUE_FIELD, "certification"},
    {"network", CUE_FIELD, "network"},
    {"gender", CUE_FIELD, "gender"},
    {"genero", CUE_FIELD, "gender"},
    {"ethnicity", CUE_FIELD, "ethnicity"},
    {"team", CUE_FIELD | CUE_GROUP, "team"},
    {"equipo", CUE_FIELD | CUE_GROUP, "team"},

    {"hours", CUE_HOURS, NULL},
    {"horas", CUE_HOURS, NULL},
    {"week*", CUE_OTHER_PERIOD, NULL},
    {"year", CUE_OTHER_PERIOD, NULL},
    {"day", CUE_OTHER_PERIOD, NULL},
    {"semana*", CUE_OTHER_PERIOD, NULL},
    {"ano", CUE_OTHER_PERIOD, NULL},
    {"dia", CUE_OTHER_PERIOD, NULL},
    {"training", CUE_OTHER_PERIOD, NULL},

    {"group*", CUE_GROUP, NULL},
    {"committee*", CUE_GROUP, NULL},
    {"teams", CUE_GROUP, NULL},
    {"task force*", CUE_GROUP, NULL},
    {"plc*", CUE_GROUP, NULL},
    {"focus area*", CUE_GROUP, NULL},
    {"area*", CUE_GROUP, NULL},
    {"serve", CUE_GROUP, NULL},
    {"join*", CUE_GROUP, NULL},
    {"contribut*", CUE_GROUP, NULL},
    {"grupo*", CUE_GROUP, NULL},
    {"comite*", CUE_GROUP, NULL},
    {"equipos", CUE_GROUP, NULL},
    {"particip*", CUE_GROUP, NULL},
    {"unirse", CUE_GROUP, NULL},
    {"lead", CUE_LEAD, NULL},
    {"leads", CUE_LEAD, NULL},
    {"chair", CUE_LEAD, NULL},
    {"dirigir", CUE_LEAD, NULL},
    {"liderar", CUE_LEAD, NULL},

    {"choice*", CUE_CHOICE, NULL},
    {"rank*", CUE_CHOICE, NULL},
    {"preference", CUE_CHOICE, NULL},
    {"opcion", CUE_CHOICE, NULL},
    {"eleccion", CUE_CHOICE, NULL},
    {"preferencia", CUE_CHOICE, NULL},
    {"all that apply", CUE_ALL_THAT_APPLY, NULL},
    {"select all*", CUE_ALL_THAT_APPLY, NULL},
    {"check all*", CUE_ALL_THAT_APPLY, NULL},
    {"todas las que", CUE_ALL_THAT_APPLY, NULL},
    {"todos los que", CUE_ALL_THAT_APPLY, NULL},

    {"name", CUE_NAME, NULL},
    {"nombre", CUE_NAME, NULL},
    {"nombre completo", CUE_NAME, NULL},
    {"first and last", CUE_NAME_FILLER, NULL},
    {"first name last", CUE_NAME_FILLER, NULL},
    {"last name first", CUE_NAME_FILLER, NULL},
    {"last first", CUE_NAME_FILLER, NULL},
    {"your", CUE_NAME_FILLER, NULL},
    {"full", CUE_NAME_FILLER, NULL},
    {"staff", CUE_NAME_FILLER, NULL},
    {"member*", CUE_NAME_FILLER, NULL},
    {"teacher*", CUE_NAME_FILLER, NULL},
    {"employee*", CUE_NAME_FILLER, NULL},
    {"respondent*", CUE_NAME_FILLER, NULL},
    {"please", CUE_NAME_FILLER, NULL},
    {"enter", CUE_NAME_FILLER, NULL},
    {"what is", CUE_NAME_FILLER, NULL},
    {"s", CUE_NAME_FILLER, NULL},
    {"su", CUE_NAME_FILLER, NULL},
    {"tu", CUE_NAME_FILLER, NULL},
    {"cual es", CUE_NAME_FILLER, NULL},
    {"y apellido*", CUE_NAME_FILLER, NULL},
    {"del docente", CUE_NAME_FILLER, NULL},
};

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || (unsigned char)byte >= 0x80;
}

char *cue_words(Arena *arena, const char *text)
{
    char *key = text_name_key(arena, text);
    char *words = key ? arena_get(arena, strlen(key) + 3) : NULL;
    if (!words) return NULL;
    size_t n = 0;
    words[n++] = ' ';
    for (; *key; key++) {
        if (*key == '\'') continue; /* teacher's */
        if (is_word_byte(*key))
            words[n++] = *key;
        else if (words[n - 1] != ' ')
            words[n++] = ' ';
    }
    if (words[n - 1] != ' ') words[n++] = ' ';
    words[n] = '\0';
    return words;
}

/* The bytes that a hint takes of `at`, the blank before a word: 0 where it does not stand there, else up to the next blank. */
static size_t cue_length(const Cue *cue, const char *at)
{
    size_t length = strlen(cue->words);
    bool open = cue->words[length - 1] == '*';
    if (open) length--;
    if (strncmp(at + 1, cue->words, length) != 0) return 0;
    if (!open) return at[1 + length] == ' ' ? 1 + length : 0;
    return 1 + length + strcspn(at + 1 + length, " ");
}

/* The longest hint of these kinds at one word; NULL where there is none. */
static const Cue *longest_cue(const char *at, int kinds, size_t *length)
{
    const Cue *best = NULL;
    *length = 0;
    for (size_t i = 0; i < sizeof cue_table / sizeof *cue_table; i++) {
        if (!(cue_table[i].kinds & kinds)) continue;
        size_t here = cue_length(&cue_table[i], at);
        if (here <= *length) continue;
        *length = here;
        best = &cue_table[i];
    }
    return best;
}

CueHit cues_first(const char *words, int kinds)
{
    for (const char *at = words; at[0] && at[1];) {
        size_t length;
        const Cue *cue = longest_cue(at, kinds | CUE_MASK, &length);
        if (cue && cue->kinds != CUE_MASK) return (CueHit){cue->kinds & kinds, (int)(at - words), cue->field};
        at += cue ? length : 1 + strcspn(at + 1, " ");
    }
    return (CueHit){0};
}

int cues_count_words(const char *words)
{
    int n = 0;
    for (const char *at = words; at[0] && at[1]; at += 1 + strcspn(at + 1, " ")) n++;
    return n;
}

bool cues_cover(const char *words, int kinds)
{
    for (const char *at = words; at[0] && at[1];) {
        size_t length;
        if (!longest_cue(at, kinds, &length)) return false;
        at += length;
    }
    return true;
}
