package vn.thutuc.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import vn.thutuc.Thutuc;

/** The allowed arrows between packages hold, and the guard bites. */
class ModularityTests {

  private static final ArchRule ONLY_PROCESS_KNOWS_CAMUNDA =
      ArchRuleDefinition.noClasses()
          .that()
          .resideInAPackage("vn.thutuc..")
          .and()
          .resideOutsideOfPackage("vn.thutuc.process..")
          .and()
          .doNotHaveFullyQualifiedName("vn.thutuc.web.Problems")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.camunda..")
          .because("the engine may be exchanged: its types stay behind one package");

  private static final ImportOption EVERYTHING = location -> true;

  private final JavaClasses house =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("vn.thutuc");

  @Test
  void packagesKeepToTheirAllowedArrows() {
    ApplicationModules.of(Thutuc.class).verify();
  }

  @Test
  void theGuardRefusesAnArrowThatIsNotAllowed() {
    assertThatThrownBy(
            () -> ApplicationModules.of("vn.thutuc.architecture.offending", EVERYTHING).verify())
        .isInstanceOf(Violations.class)
        .hasMessageContaining("room");
  }

  @Test
  void onlyTheProcessPackageKnowsCamunda() {
    ONLY_PROCESS_KNOWS_CAMUNDA.check(house);
  }

  @Test
  void theCamundaRuleRefusesAnOffendingClass() {
    JavaClasses offending =
        new ClassFileImporter().importPackages("vn.thutuc.architecture.offending");

    assertThat(ONLY_PROCESS_KNOWS_CAMUNDA.evaluate(offending).hasViolation()).isTrue();
  }

  @Test
  void everyPackageSaysWhatItIs() {
    assertThat(house.stream().map(type -> type.getPackage()).distinct())
        .allSatisfy(
            room ->
                assertThat(room.tryGetPackageInfo())
                    .as("package-info.java of %s", room.getName())
                    .isPresent());
  }
}
