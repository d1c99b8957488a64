#include <criterion/criterion.h>
#include <string.h>

#include "base/memory.h"
#include "read/columns_guess.h"
#include "read/csv_read.h"
#include "read/guess_cues.h"
#include "unit/reading_support.h"

enum { MANY_SURVEYS = 3 };

static Reading reading;
static PlanSheets plan;
static Scales *scales;
static Table surveys[MANY_SURVEYS];
static int n_surveys;
static bool drafting;
static ColumnMeanings guessed;

static void start(void)
{
    reading_start(&reading);
    n_surveys = 0;
    drafting = false;
}
static void end(void)
{
    memory_fail_after(-1);
    reading_end(&reading);
}

TestSuite(guess, .init = start, .fini = end);

static void add_survey(const char *name, const char *text)
{
    const char *path = reading_text(&reading, name, text);
    cr_assert_eq(csv_read(&surveys[n_surveys++], path, true, reading.arena, reading.messages, &reading.err), CADRE_OK);
}

static void guess(void)
{
    cr_assert_eq(plan_sheets_read(&plan, reading.folder, reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_assert_eq(scales_read(&scales, &plan, reading.arena, reading.messages, &reading.err), CADRE_OK);
    cr_assert_eq(columns_guess(&guessed, &plan, surveys, n_surveys, scales, drafting, reading.arena, &reading.err), CADRE_OK);
}

/* All guesses, "means", "means:name" or "means#rank", one blank between them. */
static const char *guesses(void)
{
    const char *text = "";
    for (int i = 0; i < guessed.n; i++) {
        const ColumnMeaning *item = &guessed.items[i];
        const char *gap = i ? " " : "", *means = means_names[item->means];
        if (item->rank)
            text = arena_print(reading.arena, "%s%s%s#%d", text, gap, means, item->rank);
        else
            text = arena_print(reading.arena, "%s%s%s%s%s", text, gap, means, *item->name ? ":" : "", item->name);
    }
    return text;
}

static void expect_guesses(const char *expected)
{
    const char *text = guesses();
    cr_expect_str_eq(text, expected);
}

Test(guess, who_people_are)
{
    add_survey("a.csv", "Timestamp,Email Address,Your name,What school do you work at?,Position,Grade level,"
                        "How many hours a month can you give?,How many groups would you join at most?,"
                        "How many groups would you lead at most?,Anything else?\n"
                        "3/14/2024 9:01:02,ana@x.org,Ana Ruiz,Maple,Teacher,2,4,2,1,I love the new garden by the gate\n"
                        "3/15/2024 9:01:02,bo@x.org,Bo Li,Maple,Aide,K,3.5,1,0,\n"
                        "3/16/2024 9:01:02,cy@x.org,Cy Fox,Oak,Teacher,2,2,3,1,more time to plan with others please\n");
    guess();
    expect_guesses("timestamp email name site position field:Grade level hours max_groups max_leads ignore");
}

Test(guess, grids_by_the_wording_of_the_question)
{
    add_survey("a.csv", "Name,How confident are you in each? [Literacy],How confident are you in each? [Data],"
                        "How interested are you in building these? [Literacy],How interested are you in building these? [Data],"
                        "Which committees would you like to join? [Garden],Which committees would you like to join? [Budget],"
                        "How far do you agree? [The garden is nice],How far do you agree? [The gate is wide]\n"
                        "Ana,Very confident,Not at all confident,5,3,4,2,Agree,Disagree\n"
                        "Bo,Somewhat confident,Very confident,2,2,1,5,Agree,Agree\n");
    guess();
    expect_guesses("name skill:Literacy skill:Data interest:Literacy interest:Data focus:Garden focus:Budget ignore ignore");
}

Test(guess, spanish)
{
    add_survey("a.csv", "Marca temporal,Correo electrónico,Nombre y apellidos,Escuela,Puesto,Grado,"
                        "¿Qué tan segura se siente en...? [Lectura],¿Qué tan segura se siente en...? [Datos],"
                        "¿En qué comités le gustaría participar? [Huerto],¿En qué comités le gustaría participar? [Familias],"
                        "¿Cuántas horas al mes puede dedicar?\n"
                        "14/03/2024 9:01:02,ana@x.org,Ana Ruiz,Arce,Docente,2,Muy segura,Nada segura,5,3,4\n"
                        "15/03/2024 9:01:02,bo@x.org,Bo Li,Arce,Auxiliar,3,Segura,Segura,1,2,2\n");
    guess();
    expect_guesses(
        "timestamp email name site position field:Grado skill:Lectura skill:Datos focus:Huerto focus:Familias hours");
}

Test(guess, checklists)
{
    add_survey("a.csv", "Id,Areas of expertise (check all that apply),Which areas would you like to work in?,Subjects taught,"
                        "What would you change?\n"
                        "p1,\"Phonics, Coaching\",Garden;Families,\"Math, Art\",\"less noise, more light\"\n"
                        "p2,Phonics,Garden,\"Art, Math\",\"longer breaks, a new door\"\n"
                        "p3,\"Coaching, Phonics\",Families;Garden,Art,nothing\n");
    guess();
    expect_guesses("id skills focuses fields:Subjects taught ignore");
}

Test(guess, what_the_plan_names_is_evidence)
{
    reading_text(&reading, "groups.csv", "group,focus,needs\nGarden Team,Green,Literacy 4; Data use 3\nBudget,,Data use 2\n");
    reading_text(&reading, "mix.csv", "group,field,value\n*,wing,each\n");
    add_survey("a.csv", "Name,Literacy,Data use,Green,Please rate [Budget],Please rate [Garden team],Wing,Other,First choice,"
                        "Second choice,Pick some\n"
                        "Ana,4,2,5,3,1,East,4,Budget,Garden Team,Literacy;Data use\n"
                        "Bo,1,2,0,3,5,West,2,garden team,Budget,Data use\n"
                        "Cy,1,mostly so,0,3,5,East,1,Budget,Other,Literacy\n");
    guess();
    expect_guesses(
        "name skill:Literacy ignore focus:Green focus:Budget focus:Garden Team field:wing ignore choice#1 choice#2 skills");
}

/* Math is a skill that the plan needs, but the question is which subjects people teach. */
Test(guess, one_option_that_the_plan_names_is_not_enough)
{
    reading_text(&reading, "groups.csv", "group,needs\nILT,Math 4\n");
    add_survey("a.csv",
               "Name,What subjects do you teach (check all that apply)?\nAna,\"Math, Art, PE\"\nBo,\"Math, PE, Art\"\n");
    guess();
    expect_guesses("name fields:subject");
}

Test(guess, a_plain_question_may_hold_the_plans_name)
{
    reading_text(&reading, "groups.csv", "group,needs\nILT,Math standards 4\n");
    add_survey("a.csv", "Name,How would you assess your knowledge of the math standards in our state?,How well do you sing?\n"
                        "Ana,Good knowledge,4\nBo,Some knowledge,2\n");
    guess();
    expect_guesses("name skill:Math standards skill:How well do you sing?");
}

Test(guess, ids_of_answers_are_no_ids_of_people)
{
    add_survey("a.csv", "ID,Start time,Completion time,Email,Name\n1,3/14/24 9:01:02,3/14/24 9:11:02,ana@x.org,Ana\n"
                        "2,3/14/24 9:03:02,3/14/24 9:13:02,bo@x.org,Bo\n");
    add_survey("b.csv", "response_id,type\n1,x\n2,y\n");
    add_survey("c.csv", "id,email\np1,ana@x.org\np2,bo@x.org\n");
    guess();
    expect_guesses("ignore ignore timestamp email name id ignore id email");
}

/* Another form, and the roster, give the same numbers to other people. */
Test(guess, a_microsoft_form_without_names_numbers_its_answers_only)
{
    reading_text(&reading, "people.csv", "id,name\n1,Ana\n2,Bo\n3,Cy\n");
    add_survey("a.csv", "ID,Start time,Completion time,Email,Name,Skill [Literacy]\n"
                        "1,9/13/26 10:00:00,9/13/26 10:05:00,anonymous,,4\n"
                        "2,9/14/26 10:00:00,9/14/26 10:05:00,anonymous,,2\n");
    guess();
    cr_expect(strstr(guesses(), "skill:Literacy") != NULL, "%s", guesses());
    cr_expect(strstr(guesses(), "id") == NULL, "%s", guesses());
}

/* A roster numbered from 1 has every rating and most years of service among its ids. */
Test(guess, ratings_and_years_are_no_ids_of_the_roster)
{
    reading_text(&reading, "people.csv", "id,email\n1,a@x.org\n2,b@x.org\n3,c@x.org\n4,d@x.org\n5,e@x.org\n12,f@x.org\n");
    add_survey("a.csv", "Anything,Skill [Literacy],Years here\n1,4,12\n2,3,12\n3,1,2\n");
    add_survey("b.csv", "Staff ID,Skill [Literacy]\n1,4\n2,3\n3,1\n");
    guess();
    const char *text = guesses();
    cr_expect_null(strstr(text, "id skill:Literacy id"), "%s", text);
    cr_expect_not_null(strstr(text, "skill:Literacy"), "%s", text);
    cr_expect_not_null(strstr(text, "id skill:Literacy"), "%s", text);
}

Test(guess, ranked_choices_need_groups)
{
    add_survey("a.csv", "Name,Committee preferences [First choice],Committee preferences [2nd choice],"
                        "Rank the reasons why you came [Rank 1],First language\n"
                        "Ana,Garden,Budget,Pay,English\nBo,Budget,Garden,Hours,Spanish\n");
    guess();
    expect_guesses("name choice#1 choice#2 ignore field:First language");
}

Test(guess, an_answer_off_every_scale_is_no_rating)
{
    add_survey("a.csv", "Name,How skilled are you? [Literacy],How skilled are you? [Other]\n"
                        "Ana,Novice,I bake bread\nBo,Expert,juggling on Mondays\n");
    guess();
    expect_guesses("name skill:Literacy ignore");
}

Test(guess, columns_without_answers)
{
    add_survey("a.csv", "Name,How skilled are you? [Literacy],How skilled are you? [Data],,Site\nAna,3,,,\nBo,4,,,\n");
    guess();
    expect_guesses("name skill:Literacy skill:Data ignore ignore");
}

Test(guess, no_order_of_rows_matters)
{
    const char *header = "Name,How skilled are you? [A],Areas of strength,Role,Grade\n";
    const char *rows[] = {"Ana,3,x;y,Aide,2\n", "Bo,Expert,y,Teacher,3\n", "Cy,1,z;x,Coach,2\n"};
    add_survey("a.csv", arena_print(reading.arena, "%s%s%s%s", header, rows[0], rows[1], rows[2]));
    guess();
    const char *first = guesses();
    n_surveys = 0;
    add_survey("b.csv", arena_print(reading.arena, "%s%s%s%s", header, rows[2], rows[1], rows[0]));
    guess();
    expect_guesses(first);
}

Test(guess, no_memory_is_a_status)
{
    add_survey("a.csv", "Name,How skilled are you? [A],Areas of strength,Time\nAna,3,x;y,2024-01-01\nBo,Expert,y,2024-01-02\n");
    guess();
    CadreStatus status = CADRE_NO_MEMORY;
    for (long allowed = 0; status != CADRE_OK; allowed++) {
        cr_assert_lt(allowed, 500);
        memory_fail_after(allowed);
        status = columns_guess(&guessed, &plan, surveys, n_surveys, scales, drafting, reading.arena, &reading.err);
        memory_fail_after(-1);
        cr_expect(status == CADRE_OK || status == CADRE_NO_MEMORY);
    }
}

Test(guess, statements_about_oneself_tell_by_their_own_words)
{
    add_survey("a.csv",
               "ID,Start time,Completion time,Email,Name,Your role in school,I feel confident leading a team,"
               "I would welcome the chance to mentor new teachers,Workload is manageable at our school,"
               "Which working parties would appeal to you?,How often do you take part in peer observation?\n"
               "1,9/1/26 10:00:00,9/1/26 10:11:00,a@x.org,Ana,Teacher,Agree,Disagree,Agree,Wellbeing;Clubs;,Never\n"
               "2,9/2/26 10:00:00,9/2/26 10:11:00,b@x.org,Bo,Aide,Disagree,Agree,Neutral,Clubs;,Often\n"
               "3,9/13/26 10:00:00,9/13/26 10:11:00,c@x.org,Cy,Teacher,Strongly agree,Agree,Agree,Clubs;Wellbeing;,Often\n");
    guess();
    expect_guesses("ignore ignore timestamp email name position skill:I feel confident leading a team "
                   "interest:I would welcome the chance to mentor new teachers ignore focuses ignore");
}

Test(guess, more_spanish)
{
    add_survey("a.csv",
               "Marca temporal,Nombres,Apellidos,DNI,Institución donde labora,Cargo,Años de servicio,"
               "Indique su nivel de manejo de estas herramientas [Hojas de cálculo],"
               "¿Cuánto le interesa participar en estos equipos? [Convivencia],"
               "¿Qué dispositivos utiliza en clase?,Primera opción de comisión,Segunda opción de comisión,Sugerencias\n"
               "14/09/2026 8:00:00,Ana,Ruiz,40000001,Arce,Docente,3,Básico,Mucho,\"Celular, Portátil\",Huerto,Coro,\n"
               "15/09/2026 8:00:00,Bo,Li,40000138,Arce,Auxiliar,12,Avanzado,Nada,Celular,Coro,Huerto,más tiempo\n"
               "16/09/2026 8:00:00,Cy,Sol,40000275,Olmo,Docente,8,Intermedio,Poco,\"Portátil, Celular\",Huerto,Coro,\n");
    guess();
    expect_guesses(
        "timestamp name name id site position field:Años de servicio skill:Hojas de cálculo focus:Convivencia skills "
        "choice#1 choice#2 ignore");
}

/* The questions stand under the headers. */
Test(guess, qualtrics)
{
    add_survey(
        "a.csv",
        "EndDate,ResponseId,Q1,Q2_1,Q2_2,Q3\n"
        "End Date,Response ID,Which campus do you work on?,How able are you to do these? - Lead a meeting,"
        "How able are you to do these? - Give feedback,Comments\n"
        "\"{\"\"ImportId\"\":\"\"endDate\"\"}\",\"{\"\"ImportId\"\":\"\"_recordId\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\","
        "\"{\"\"ImportId\"\":\"\"QID2_1\"\"}\",\"{\"\"ImportId\"\":\"\"QID2_2\"\"}\",\"{\"\"ImportId\"\":\"\"QID3\"\"}\"\n"
        "2026-09-01 08:00:00,R_1a,North,4,2,more time to plan please\n"
        "2026-09-02 08:00:00,R_2b,South,3,5,\n"
        "2026-09-03 08:00:00,R_3c,North,1,4,\n");
    guess();
    expect_guesses("timestamp id site skill:Lead a meeting skill:Give feedback ignore");
}

Test(guess, what_matters_what_is_used_and_what_is_picked)
{
    add_survey("a.csv", "Name,How important are these to you? [Attendance],How important are these to you? [Reading],"
                        "How important are these to you? [I can see my principal when I need to],"
                        "Which tools do you use? [Spreadsheets],Which tools do you use? [Video],"
                        "Which committee would you like to join?,Country,Would you like to stay?\n"
                        "Ana,Very important,Not important,Important,Yes,No,Garden,Chile,Yes\n"
                        "Bo,Not important,Very important,Important,No,Yes,Budget,Chile,No\n"
                        "Cy,Important,Important,Not important,Yes,Yes,Garden,Peru,Yes\n");
    guess();
    expect_guesses("name focus:Attendance focus:Reading ignore skill:Spreadsheets skill:Video focuses field:Country ignore");
}

/* Neighbours that share a question are its rows, whatever mark parts them; one alone is none. */
Test(guess, rows_after_a_dash_or_a_colon)
{
    add_survey("a.csv", "Name,How confident are you in these areas? - Data,How confident are you in these areas? - Coaching,"
                        "Self-rating: Literacy,Self-rating: Numeracy,Comments - if any\n"
                        "Ana,4,2,5,1,\nBo,3,5,2,2,no more meetings on Monday please\n");
    guess();
    expect_guesses("name skill:Data skill:Coaching skill:Literacy skill:Numeracy ignore");
}

Test(guess, columns_of_the_form_itself)
{
    add_survey("a.csv", "StartDate,EndDate,Status,IPAddress,Progress,Duration (in seconds),ResponseId,LocationLatitude,"
                        "DistributionChannel,UserLanguage,RecipientLastName,Status of your contract\n"
                        "2026-09-01 08:00:00,2026-09-01 08:05:00,IP Address,192.0.2.1,100,300,R_1a,41.1,email,EN,Ruiz,Fixed\n"
                        "2026-09-02 08:00:00,2026-09-02 08:06:00,IP Address,192.0.2.2,100,360,R_2b,41.2,anonymous,ES,Li,Open\n"
                        "2026-09-03 08:00:00,2026-09-03 08:07:00,Survey,192.0.2.3,100,420,R_3c,41.3,email,EN,Sol,Fixed\n");
    guess();
    expect_guesses("ignore timestamp ignore ignore ignore ignore ignore ignore ignore ignore name field:employment");
}

/* Places from 1 on, each once: a level would turn them round. Ratings that happen to differ are none. */
Test(guess, an_order_is_no_rating)
{
    add_survey("a.csv", "Name,Rank where you would like to help [Garden],Rank where you would like to help [Clubs],"
                        "Rank where you would like to help [Budget],How skilled are you? [Data],How skilled are you? [Art],"
                        "How skilled are you? [Music],Put these in your order\n"
                        "Ana,1,2,3,3,1,2,Tea;Cake;Soup;\n"
                        "Bo,3,1,2,5,4,1,Cake;Soup;Tea;\n"
                        "Cy,2,3,1,1,2,3,Soup;Tea;Cake;\n"
                        "Dee,3,2,1,2,2,4,Cake;Tea;Soup;\n");
    guess();
    expect_guesses("name ignore ignore ignore skill:Data skill:Art skill:Music ignore");
}

Test(guess, willing_to_lead_by_yes_or_no)
{
    add_survey("a.csv",
               "Name,Would you like to chair one of the groups?,Do you lead a choir?\nAna,Yes,Yes\nBo,No,No\nCy,Yes,No\n");
    add_survey("b.csv", "Nombre,¿Le gustaría coordinar un equipo?\nAna,Sí\nBo,No\nCy,Sí\n");
    guess();
    expect_guesses("name max_leads ignore name max_leads");
    n_surveys = 0;
    drafting = true; /* then answers may also be in words that a scale tells */
    add_survey("c.csv", "Name,How many committees could you serve on?,Would you be willing to lead a committee?\n"
                        "Ana,Two,Only with a partner\nBo,One,No\nCy,Three,Yes\nDee,One,No\n");
    guess();
    expect_guesses("name max_groups max_leads");
}

Test(guess, names_by_their_look)
{
    add_survey("a.csv", "Please type your first and last name,Mentor's name,Name of the school,Hire date\n"
                        "Ana Ruiz,Bo Li,Maple,3/14/1999\nCy Fox,Dee Lan,Maple,4/1/2015\nEli Moss,Fay Noor,Oak,9/30/2022\n");
    add_survey("b.csv", "Staff member,What do you teach?,Committee you do NOT want to be on\n"
                        "Ana Ruiz,Art,Budget\nCy Fox,Math,Safety\nEli Moss,Art,Budget\n");
    guess();
    expect_guesses("name ignore site ignore name field:subject ignore");
}

/* The statement begins in the question, or with a Spanish word that is many others without its accent. */
Test(guess, statements_that_begin_in_the_question)
{
    add_survey("a.csv", "Name,I would be excited to work on... [Garden],I have experience with... [Budgets],"
                        "Sé adaptar una clase,My school has enough books\n"
                        "Ana,Agree,Agree,De acuerdo,Agree\nBo,Strongly agree,Disagree,En desacuerdo,Disagree\n");
    guess();
    expect_guesses("name focus:Garden skill:Budgets skill:Sé adaptar una clase ignore");
}

/* Options that have columns of their own are ticked by their own name, which a drafted scale tells. */
Test(guess, options_ticked_by_their_name)
{
    const char *text = "Name,Which of these can you teach others? [Chess],Which of these can you teach others? [Other]\n"
                       "Ana,Chess,\nBo,,\nCy,Chess,Knitting\n";
    add_survey("a.csv", text);
    guess();
    expect_guesses("name ignore ignore");
    drafting = true;
    guess();
    expect_guesses("name skill:Chess ignore");
}

/* What is rated is not always oneself. */
Test(guess, ratings_of_other_things)
{
    add_survey("a.csv", "Name,Rate the following services [Copies],How well do you know these? [Copies],"
                        "How likely are you to recommend us?,How skilled are you at problem solving?,"
                        "How often have you felt [tired],How often do you use [rubrics]\n"
                        "Ana,Good,4,9,Very skilled,Never,Often\nBo,Poor,2,3,Not skilled,Often,Never\n");
    guess();
    expect_guesses("name ignore skill:Copies ignore skill:How skilled are you at problem solving? ignore skill:rubrics");
}

static const char *first_kinds(const char *text)
{
    static const int kinds[] = {CUE_SKILL, CUE_INTEREST, CUE_OPINION, CUE_LEAD, CUE_SITE, CUE_FIELD};
    static const char *const names[] = {"skill", "interest", "opinion", "lead", "site", "field"};
    const char *words = cue_words(reading.arena, text), *found = "";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (cues_first(words, kinds[i]).kind) found = arena_print(reading.arena, "%s%s%s", found, *found ? " " : "", names[i]);
    return found;
}

Test(guess, phrases_of_hints)
{
    cr_expect_str_eq(cue_words(reading.arena, "¿Cuál… HaveWorked?"), " cual haveworked ");
    cr_expect_str_eq(cue_words(reading.arena, "HaveWorkedWith"), " have worked with ");
    cr_expect_str_eq(first_kinds("Could you train a colleague in it?"), "skill");
    cr_expect_str_eq(first_kinds("Could you train on Mondays?"), "skill"); /* "could you train" alone */
    cr_expect_str_eq(first_kinds("Would you really like it?"), "interest");
    cr_expect_str_eq(first_kinds("Would you rather like it?"), "");
    cr_expect_str_eq(first_kinds("in our school"), ""); /* hidden */
    cr_expect_str_eq(first_kinds("Which school?"), "site");
}
