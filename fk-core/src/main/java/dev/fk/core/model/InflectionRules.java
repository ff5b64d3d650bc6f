package dev.fk.core.model;

/**
 * The rules of npm inflection 1.13.4, which Sequelize 6 uses, as data: patterns that leave a word alone, and
 * {@code pattern→replacement} pairs. Its oddities ({@code Slice} to {@code Slouse}) decide names of columns, so they stay.
 */
final class InflectionRules {
    static final String PLURAL_ALREADY =
            """
            ^(m|wom)en$ people$ children$ [ti]a$ (analy|ba|diagno|parenthe|progno|synop|the)ses$ databases$ drives$
            (hi|ti)ves$ curves$ [lr]ves$ [^fo]ves$ ([^aeiouy]|qu)ies$ series$ movies$ (x|ch|ss|sh)es$ [m|l]ice$
            buses$ oes$ shoes$ (cris|ax|test)es$ (octop|vir)uses$ (alias|canvas|status|campus)es$
            ^(summons|bonus)es$ ^oxen matrices$ ^feet$ ^teeth$ ^geese$ quizzes$ ^whereases$ ^criteria$ ^genera$""";

    static final String TO_PLURAL =
            """
            ^(m|wom)an$→$1en (pe)rson$→$1ople (child)$→$1ren (drive)$→$1s ^(ox)$→$1en (ax|test)is$→$1es
            (octop|vir)us$→$1uses (alias|status|canvas|campus)$→$1es ^(summons|bonus)$→$1es (bu)s$→$1ses
            (buffal|tomat|potat)o$→$1oes ([ti])um$→$1a sis$→ses (?:([^f])fe|([lr])f)$→$1$2ves (hi|ti)ve$→$1ves
            ([^aeiouy]|qu)y$→$1ies (matr)ix$→$1ices (vert|ind)ex$→$1ices (x|ch|ss|sh)$→$1es ([m|l])ouse$→$1ice
            ^foot$→feet ^tooth$→teeth ^goose$→geese (quiz)$→$1zes ^(whereas)$→$1es ^(criteri)on$→$1a ^genus$→genera
            s$→s $→s""";

    static final String SINGULAR_ALREADY =
            """
            ^(m|wom)an$ person$ child$ drive$ ^ox$ (ax|test)is$ (octop|vir)us$ (alias|status|canvas|campus)$
            ^(summons|bonus)$ bus$ (buffal|tomat|potat)o$ [ti]um$ sis$ ([^f]fe|[lr]f)$ (hi|ti)ve$ ([^aeiouy]|qu)y$
            (x|ch|ss|sh)$ matrix$ [m|l]ouse$ ^foot$ ^tooth$ ^goose$ quiz$ ^whereas$ ^criterion$ ^genus$""";

    static final String TO_SINGULAR =
            """
            ^(m|wom)en$→$1an (pe)ople$→$1rson (child)ren$→$1 (database)s$→$1 (drive)s$→$1 ^genera$→genus
            ^(criteri)a$→$1on ([ti])a$→$1um ((a)naly|(b)a|(d)iagno|(p)arenthe|(p)rogno|(s)ynop|(t)he)ses$→$1$2sis
            (hi|ti)ves$→$1ve (curve)s$→$1 ([lr])ves$→$1f ([a])ves$→$1ve ([^fo])ves$→$1fe (m)ovies$→$1ovie
            ([^aeiouy]|qu)ies$→$1y (s)eries$→$1eries (x|ch|ss|sh)es$→$1 ([m|l])ice$→$1ouse (bus)es$→$1 (o)es$→$1
            (shoe)s$→$1 (cris|ax|test)es$→$1is (octop|vir)uses$→$1us (alias|canvas|status|campus)es$→$1
            ^(summons|bonus)es$→$1 ^(ox)en→$1 (matr)ices$→$1ix (vert|ind)ices$→$1ex ^feet$→foot ^teeth$→tooth
            ^geese$→goose (quiz)zes$→$1 ^(whereas)es$→$1 ss$→ss s$→""";

    static final String UNCOUNTABLE =
            """
            accommodation adulthood advertising advice aggression aid air aircraft alcohol anger applause arithmetic
            assistance athletics bacon baggage beef biology blood botany bread butter carbon cardboard cash chalk
            chaos chess countryside crossroads dancing deer dignity dirt dust economics education electricity
            engineering enjoyment envy equipment ethics evidence evolution fame fiction flour flu food fuel fun
            furniture gallows garbage garlic genetics gold golf gossip gratitude grief guilt gymnastics happiness
            hardware harm hate hatred health heat help homework honesty honey hospitality housework humour hunger
            hydrogen ice importance inflation information innocence iron irony jam jewelry judo karate knowledge
            lack laughter lava leather leisure lightning linguine linguini linguistics literature litter livestock
            logic loneliness luck luggage macaroni machinery magic management mankind marble mathematics mayonnaise
            measles methane milk minus money mud mumps music nature news nitrogen nonsense nurture nutrition
            obedience obesity oxygen pasta patience physics poetry pollution poverty pride psychology publicity
            punctuation quartz racism relaxation reliability research respect revenge rice rubbish rum safety
            scenery seafood seaside series shame sheep shopping sleep smoke smoking snow soap software soil
            spaghetti species steam stuff stupidity sunshine symmetry tennis thirst thunder timber traffic
            transportation trust underwear unemployment unity validity veal vegetarianism vegetation vengeance
            violence vitality warmth wealth weather welfare wheat wildlife wisdom yoga zinc zoology""";

    private InflectionRules() {}
}
