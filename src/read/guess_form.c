/* guess_form.c: columns that form tools write beside the answers, by the names that the tools give them, English and Spanish.
 */
#include <string.h>

#include "read/guess_column.h"

/* As the words of a header are; a `*` at the end stands for anything. */
static const char *const of_form[] = {
    " response type ",
    " tipo de respuesta ",
    " ip address ",
    " ipaddress ",
    " ipaddr*",
    " direccion ip ",
    " progress ",
    " progreso ",
    " finished ",
    " finalizado ",
    " duration in seconds ",
    " duracion en segundos ",
    " distribution channel ",
    " distributionchannel ",
    " canal de distribucion ",
    " user language ",
    " userlanguage ",
    " idioma del usuario ",
    " location latitude ",
    " location longitude ",
    " locationlatitude ",
    " locationlongitude ",
    " latitud de la ubicacion ",
    " longitud de la ubicacion ",
    " latitude ",
    " longitude ",
    " latitud ",
    " longitud ",
    " external reference ",
    " externalreference ",
    " external data reference ",
    " referencia de datos externos ",
    " browser meta info *",
    " metadatos del navegador *",
    " last page ",
    " lastpage *",
    " ultima pagina ",
    " start language ",
    " startlanguage *",
    " idioma inicial ",
    " lenguaje inicial ",
    " idioma de inicio ",
    " seed ",
    " seed seed ",
    " semilla ",
    " refurl *",
    " referrer url ",
    " url de referencia ",
    " total time ",
    " tiempo total ",
    " interviewtime *",
    " group time *",
    " grouptime*",
    " tiempo del grupo *",
    " question time *",
    " questiontime*",
    " collector id ",
    " custom data *",
    " last modified time ",
    " hora de la ultima modificacion ",
    " total points ",
    " puntos totales ",
    " quiz feedback ",
    " score ",
    " puntuacion ",
};

/* Qualtrics calls how an answer came `Status`. */
static bool is_status_of_answer(const GuessColumn *column)
{
    if (strcmp(column->label_words, " status ") != 0) return false;
    for (int i = 0; i < column->table->n_columns; i++)
        if (strcmp(column->table->header[i], "ResponseId") == 0) return true;
    return false;
}

bool guess_is_of_form(const GuessColumn *column)
{
    for (size_t i = 0; i < sizeof of_form / sizeof *of_form; i++) {
        size_t length = strlen(of_form[i]);
        bool open = of_form[i][length - 1] == '*';
        if (strncmp(column->label_words, of_form[i], open ? length - 1 : length + 1) == 0) return true;
    }
    return is_status_of_answer(column);
}
