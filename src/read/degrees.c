/* degrees.c: an answer is a word of measure (not, a little, somewhat, very, extremely) before something good or bad. */
#include "read/degrees.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

typedef enum Measure { MEASURE_NONE, MEASURE_LOW, MEASURE_MIDDLE, MEASURE_HIGH, MEASURE_MUCH, MEASURE_FULL, MEASURES } Measure;
typedef enum Worth { WORTH_BAD, WORTH_FAIR, WORTH_MIDDLE, WORTH_GOOD, WORTH_STATE, WORTH_BEST, WORTHS } Worth;

/* Words, each with a blank before it; one after it where the whole word must stand there. */
static const char *const measure_words[MEASURES][48] = {
    [MEASURE_NONE] = {" not ", " no ", " never ", " none ", " nothing ", " cannot ", " can t ", " don t ", " without ",
                      " nada ", " nunca ", " sin ", " ningun", " jamas ", " irrelevant", " unimportant", " useless", " nul"},
    [MEASURE_LOW] = {" slight",       " bit ",      " little ",      " barely ", " hardly ", " rarely ", " seldom ",
                     " few ",         " limited ",  " minimal",      " poco ",   " poca ",   " apenas ", " rara ",
                     " ligeramente ", " heard of ", " oido hablar ", " year",    " anual",   " al ano "},
    [MEASURE_MIDDLE] = {" somewhat ",  " some ",     " fairly ",    " moderate", " sometimes ", " partly ",
                        " partially ", " reasonabl", " occasional", " algo ",    " moderad",    " medianamente ",
                        " parcial",    " a veces ",  " alguna",     " algun ",   " rather ",    " perhaps ",
                        " quizas ",    " quiza ",    " month",      " mensual",  " al mes "},
    [MEASURE_HIGH] = {" quite ", " often ", " usually ", " bastante ", " a menudo ", " week", " semana"},
    [MEASURE_MUCH] = {" very ", " much ", " lot ", " great ", " really ", " strongly ", " muy ", " mucho ", " mucha ",
                      " muchisimo ", " fuertemente "},
    [MEASURE_FULL] = {" extremely ",     " completely ",   " totally ",   " fully ",          " absolutely ",
                      " always ",        " highly ",       " entirely ",  " extremadamente ", " totalmente ",
                      " completamente ", " siempre ",      " sumamente ", " plenamente ",     " daily ",
                      " every day ",     " all the time ", " a diario ",  " diari",           " todos los dias "},
};

static const char *const worth_words[WORTHS][48] = {
    [WORTH_BAD] = {" poor",     " bad",        " weak",           " low ",          " terrible",  " insufficient",
                   " unsatisf", " inadequate", " malo ",          " mala ",         " mal ",      " debil",
                   " bajo ",    " baja ",      " deficiente ",    " insuficiente ", " pesim",     " dislike ",
                   " unsure ",  " uncertain ", " uncomfortable ", " insegur",       " disagree ", " desacuerdo ",
                   " novice",   " novato ",    " novata ",        " incomod"},
    [WORTH_FAIR] = {" apprentice", " approaching ", " aprendiz", " basic", " elementa", " beginn", " developing ", " emerging ",
                    " learning ", " principiante", " inicial", " en proceso ", " en desarrollo ", " aprendiendo "},
    [WORTH_MIDDLE] = {" ok ",         " okay ",       " average ",   " fair ",     " medium ",
                      " neutral ",    " acceptable ", " competent ", " intermedi", " competente",
                      " adequate ",   " sufficient ", " regular ",   " medio ",    " media ",
                      " suficiente ", " aceptable ",  " maybe ",     " tal vez ",  " nice to have "},
    [WORTH_GOOD] =
        {
            " good ",
            " strong ",
            " high ",
            " useful ",
            " important",
            " relevant",
            " bueno ",
            " buena ",
            " bien ",
            " alto ",
            " alta ",
            " fuerte ",
            " util ",
            " solid ",
        },
    [WORTH_STATE] = {" agree ", " acuerdo ", " practitioner", " proficient ", " accomplished ", " advanced ", " avanzad",
                     " well ",  " sure ",    " certain ",     " confident ",  " comfortable ",  " skilled ",  " able ",
                     " ready ", " seguro ",  " segura ",      " comod",       " capaz ",        " probably "},
    [WORTH_BEST] = {" excellent ",  " outstanding ", " distinguished ", " mastery ",    " master ",       " dominio ",
                    " exceptional", " critical",     " crucial",        " essential",   " expert",        " vital ",
                    " must have ",  " excelente ",   " sobresaliente ", " fundamental", " esencial",      " imprescindible ",
                    " optim",       " great ",       " teach ",         " teach it ",   " train others ", " ensenar",
                    " yes ",        " si ",          " definitely "},
};

static bool has_word(const char *words, const char *const *list)
{
    for (; *list; list++)
        if (strstr(words, *list)) return true;
    return false;
}

/* The first class of which a word is there; -1 where none is. */
static int class_of(const char *words, const char *const (*classes)[48], int n)
{
    for (int i = 0; i < n; i++)
        if (has_word(words, classes[i])) return i;
    return -1;
}

int degree_of(const char *words)
{
    static const int good[] = {[MEASURE_NONE] = 0, [MEASURE_LOW] = 1,  [MEASURE_MIDDLE] = 3,
                               [MEASURE_HIGH] = 4, [MEASURE_FULL] = 5, [MEASURE_MUCH] = DEGREE_MUCH};
    static const int bad[] = {[MEASURE_NONE] = 4, [MEASURE_LOW] = 2,  [MEASURE_MIDDLE] = 2,
                              [MEASURE_HIGH] = 1, [MEASURE_MUCH] = 0, [MEASURE_FULL] = 0};
    static const int alone[] = {
        [WORTH_BAD] = 1, [WORTH_FAIR] = 2, [WORTH_MIDDLE] = 3, [WORTH_GOOD] = 4, [WORTH_STATE] = 4, [WORTH_BEST] = 5};
    int measure = class_of(words, measure_words, MEASURES), worth = class_of(words, worth_words, WORTHS);
    if (measure < 0) return worth < 0 ? -1 : alone[worth];
    if (worth == WORTH_BAD) return bad[measure];
    if (worth == WORTH_GOOD && measure >= MEASURE_MUCH) return 5;
    return good[measure];
}
