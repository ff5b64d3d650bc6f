package dev.fk.examples;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static dev.fk.examples.ArchitectureWords.areWritten;
import static dev.fk.examples.ArchitectureWords.beRecordEnumOrSealedInterface;
import static dev.fk.examples.ArchitectureWords.codeLines;
import static dev.fk.examples.ArchitectureWords.deciding;
import static dev.fk.examples.ArchitectureWords.haveNoDefaultMethods;
import static dev.fk.examples.ArchitectureWords.haveNoInstanceFields;
import static dev.fk.examples.ArchitectureWords.identifiesTheDialect;
import static dev.fk.examples.ArchitectureWords.layers;
import static dev.fk.examples.ArchitectureWords.mainSources;
import static dev.fk.examples.ArchitectureWords.makesACanonicalSchema;
import static dev.fk.examples.ArchitectureWords.mutable;
import static dev.fk.examples.ArchitectureWords.named;
import static dev.fk.examples.ArchitectureWords.oneOf;
import static dev.fk.examples.ArchitectureWords.readsClockOrRandomness;
import static dev.fk.examples.ArchitectureWords.resideInANullMarkedPackage;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTag;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.fk.examples.ArchitectureWords.Layer;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;

/** What every class of the three modules keeps to, and why. Exceptions are named in the lists below, one place each. */
@ArchTag("thorough")
@AnalyzeClasses(
        packages = {"dev.fk.core", "dev.fk.junit", "dev.fk.assertj"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String CURRENT_DATABASE = "dev.fk.core.database.CurrentDatabase";
    private static final String SCHEMA_EXTENSION = "dev.fk.junit.SchemaExtension";

    /** Classes that name the dialect, to a reader or in a file name, outside the packages that may ask for it anyway. */
    private static final Set<String> MESSAGE_CLASSES = Set.of(
            "dev.fk.core.plan.PlanText",
            "dev.fk.core.source.DialectWord",
            "dev.fk.core.rule.FreezeStore",
            "dev.fk.core.parity.NeutralForm");

    /** Public classes made to be extended, other than assertions (AssertJ subclasses those at run time). */
    private static final Set<String> OPEN_CLASSES = Set.of();

    /** Classes outside the command line whose purpose is to print. */
    private static final Set<String> PRINTING_CLASSES = Set.of("dev.fk.core.database.PrintingListener");

    private static final int CODE_LINES_AT_MOST = 400;

    // R1

    /** The drawing: each layer, its packages, and the layers it may know. A package that is not drawn fails the rule. */
    private static final List<Layer> LAYERS = List.of(
            new Layer("schema", "dev.fk.core.schema", ""),
            new Layer("diff", "dev.fk.core.diff", "schema"),
            new Layer("diagram", "dev.fk.core.diagram", "schema"),
            new Layer("classfile", "dev.fk.core.classfile", ""),
            new Layer("model", "dev.fk.core.model..", "schema classfile"),
            new Layer("dialect", "dev.fk.core.dialect", "schema diff"),
            new Layer("dialects", "dev.fk.core.dialect.*..", "schema diff dialect"),
            new Layer("plan", "dev.fk.core.plan", "schema diff dialect"),
            new Layer("rule", "dev.fk.core.rule", "schema diff dialect plan"),
            new Layer("parity", "dev.fk.core.parity", "schema dialect"),
            new Layer("script", "dev.fk.core.script", "dialect"),
            new Layer("statement", "dev.fk.core.explain.statement", "schema dialect script"),
            new Layer("explain", "dev.fk.core.explain", "schema dialect"),
            new Layer("situation", "dev.fk.core.explain.situation", "schema diff dialect script statement explain"),
            cause("name", ""),
            cause("key", ""),
            cause("definition", ""),
            cause("use", ""),
            cause("row", ""),
            cause("partition", " name row"),
            new Layer("session", "dev.fk.core.explain.session", "schema dialect script statement explain situation"),
            new Layer(
                    "search",
                    "dev.fk.core.explain.search",
                    "schema dialect script statement explain situation name key definition use row partition session"),
            new Layer("database", "dev.fk.core.database", "schema diff dialect plan explain search"),
            new Layer("probe", "dev.fk.core.probe", "schema diff dialect plan database"),
            new Layer("sync", "dev.fk.core.sync", "schema diff model dialect plan database"),
            new Layer("migration", "dev.fk.core.migration", "schema diff model dialect plan database"),
            new Layer("source", "dev.fk.core.source", "schema diff model dialect script database sync migration"),
            new Layer("generate", "dev.fk.core.generate", "schema diff model dialect plan database migration"),
            new Layer(
                    "cli", "dev.fk.core.cli", "schema diff model dialect plan database sync migration source generate"),
            new Layer("assertj", "dev.fk.assertj..", "schema diff model dialect plan rule parity database probe sync"),
            new Layer(
                    "junit",
                    "dev.fk.junit..",
                    "schema diff diagram model dialect script plan explain database sync migration source"));

    /** A room of causes for which the explainer looks. */
    private static Layer cause(String name, String more) {
        return new Layer(
                name,
                "dev.fk.core.explain." + name,
                "schema diff dialect plan script statement explain situation" + more);
    }

    @ArchTest
    static final ArchRule R1_layers_know_only_what_lies_below_them = layers(LAYERS)
            .because("deciding is pure and doing is small only as long as what decides cannot reach what does;"
                    + " a new package has to be put in its place here");

    @ArchTest
    static final ArchRule R1_packages_have_no_cycles = slices().matching("dev.fk.(**)")
            .should()
            .beFreeOfCycles()
            .because("two packages that need each other are one package with a line drawn through it");

    // R2

    @ArchTest
    static final ArchRule R2_nobody_depends_on_one_dialect = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fk.core.dialect.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.fk.core.dialect.*..")
            .because("dialects are found by ServiceLoader, so that adding one touches nobody");

    @ArchTest
    static final ArchRule R2_dialects_do_not_depend_on_each_other = slices().matching("dev.fk.core.dialect.(*)..")
            .should()
            .notDependOnEachOther()
            .because("what two servers share belongs to the SPI; what they do not share, neither may see");

    // R3

    @ArchTest
    static final ArchRule R3_nobody_asks_which_dialect_it_is = noClasses()
            .that(not(resideInAnyPackage("dev.fk.core.dialect..", "dev.fk.junit..")
                    .or(named("dev.fk.core.schema.DialectId"))
                    .or(oneOf(MESSAGE_CLASSES))))
            .should(accessTargetWhere(identifiesTheDialect()))
            .because("a conditional on the dialect is a question the SPI lacks: add a fact to Capabilities instead");

    // R4

    @ArchTest
    static final ArchRule R4_what_decides_does_no_io = noClasses()
            .that()
            .resideInAnyPackage(deciding())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.io..", "java.nio..")
            .because("schema, diff, model and plan are values and functions, tested without a database");

    @ArchTest
    static final ArchRule R4_what_decides_is_deterministic = noClasses()
            .that()
            .resideInAnyPackage(deciding())
            .should(accessTargetWhere(readsClockOrRandomness()))
            .because("the same schemas must give the same plan, today and tomorrow");

    // R5

    @ArchTest
    static final ArchRule R5_schema_types_are_values = classes()
            .that()
            .resideInAPackage("dev.fk.core.schema")
            .and()
            .areTopLevelClasses()
            .and()
            .doNotHaveSimpleName("package-info")
            .should(beRecordEnumOrSealedInterface())
            .because("a schema is compared, printed and shared, which only closed, immutable values survive;"
                    + " a final helper without instance fields may stand beside them");

    // R6

    @ArchTest
    static final ArchRule R6_visitors_have_no_default_methods = classes()
            .that()
            .haveSimpleName("Visitor")
            .and()
            .areInterfaces()
            .should(haveNoDefaultMethods())
            .because("a default method would silence the compiler where a new case is not handled yet");

    // R7

    @ArchTest
    static final ArchRule R7_only_dialects_make_canonical_schemas = noClasses()
            .that()
            .resideOutsideOfPackage("dev.fk.core.dialect..")
            .and()
            .doNotHaveFullyQualifiedName("dev.fk.core.schema.CanonicalSchema")
            .should(accessTargetWhere(makesACanonicalSchema()))
            .because(
                    "whoever diffs relies on both sides being in one server's normal form, and only it knows that form");

    // R8

    @ArchTest
    static final ArchRule R8_public_types_state_their_stability = classes()
            .that()
            .arePublic()
            .and()
            .areTopLevelClasses()
            .should()
            .beAnnotatedWith(API.class)
            .because("a user has to see what may change under them");

    @ArchTest
    static final ArchRule R8_public_classes_are_final = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .areNotRecords()
            .and(not(assignableTo(AbstractAssert.class)))
            .and(not(oneOf(OPEN_CLASSES)))
            .should()
            .haveModifier(JavaModifier.FINAL)
            .because("what can be extended can no longer be changed");

    @ArchTest
    static final ArchRule R8_internal_packages_show_nothing = noClasses()
            .that()
            .arePublic()
            .should()
            .resideInAnyPackage("..internal", "..internal..")
            .because("visibility says what is internal, not a name");

    // R9

    @ArchTest
    static final ArchRule R9_assertions_do_not_know_junit = noClasses()
            .that()
            .resideInAPackage("dev.fk.assertj..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fk.junit..", "org.junit..")
            .because("the assertions must work in any test framework, and in none");

    @ArchTest
    static final ArchRule R9_junit_does_not_know_assertions = noClasses()
            .that()
            .resideInAPackage("dev.fk.junit..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.fk.assertj..", "org.assertj..")
            .because("whoever uses another assertion library must not be made to have AssertJ");

    // R10

    @ArchTest
    static final ArchRule R10_static_fields_are_final = fields().that()
            .areStatic()
            .and(areWritten())
            .should()
            .beFinal()
            .because("tests run in parallel and share the class");

    @ArchTest
    static final ArchRule R10_static_fields_hold_nothing_mutable = noFields()
            .that()
            .areStatic()
            .and(areWritten())
            .should()
            .haveRawType(mutable())
            .because("tests run in parallel and share the class");

    @ArchTest
    static final ArchRule R10_one_thread_local = fields().that()
            .haveRawType(assignableTo(ThreadLocal.class))
            .should()
            .beDeclaredIn(CURRENT_DATABASE)
            .because("a dynamic scope has to be looked for in one place");

    @ArchTest
    static final ArchRule R10_the_extension_has_no_state = classes()
            .that()
            .haveFullyQualifiedName(SCHEMA_EXTENSION)
            .should(haveNoInstanceFields())
            .because("JUnit shares one instance among classes and threads; state belongs in its Store");

    // R11

    @ArchTest
    static final ArchRule R11_no_generic_exceptions =
            noClasses().should(THROW_GENERIC_EXCEPTIONS).because("whoever catches an error wants to know which");

    @ArchTest
    static final ArchRule R11_nobody_prints = noClasses()
            .that(not(resideInAPackage("dev.fk.core.cli..").or(oneOf(PRINTING_CLASSES))))
            .should(ACCESS_STANDARD_STREAMS)
            .because("a library has listeners; the console belongs to its user");

    @ArchTest
    static final ArchRule R11_nobody_logs_to_java_util_logging = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.util.logging..")
            .because("System.Logger leaves the choice of a logging library to the user");

    @ArchTest
    static final ArchRule R11_packages_are_null_marked = classes()
            .should(resideInANullMarkedPackage())
            .because("NullAway checks only packages that ask for it, and callers read the promise");

    // Sources and the lists above

    @ArchTest
    static void main_files_stay_short(JavaClasses ignored) {
        List<Path> sources = mainSources();
        assertThat(sources).as("main sources beside this module").isNotEmpty();
        assertThat(sources)
                .filteredOn(file -> codeLines(file) > CODE_LINES_AT_MOST)
                .as("files of more than %d lines of code, which have two nouns in them", CODE_LINES_AT_MOST)
                .isEmpty();
    }

    @ArchTest
    static void exceptions_name_classes_that_exist(JavaClasses all) {
        assertThat(Stream.of(MESSAGE_CLASSES, OPEN_CLASSES, PRINTING_CLASSES).flatMap(Set::stream))
                .allMatch(all::contain);
    }
}
