package fr.suiviclauses.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The guide: each task is found in its summary, told and shown. */
@JourneyTest
class AideJourneyTest {

    private static final String MOT_DE_PASSE = "une-phrase-pour-entrer";

    @Autowired
    CompteService comptes;

    @Test
    void each_task_is_told_and_shown(Navigateur moi) {
        String email = UUID.randomUUID() + "@exemple.fr";
        comptes.openAccount(
                comptes.openStructure("Guide", null),
                email,
                "Camille Roux",
                MOT_DE_PASSE,
                EnumSet.of(Role.FACILITATEUR));
        moi.signIn(email, MOT_DE_PASSE);
        moi.open("/aide");
        Page page = moi.page();
        moi.assertReadableByAll();

        Locator sections = page.locator(".guide section");
        assertThat(page.locator(".notice-toc a")).hasCount(sections.count());
        for (Locator section : sections.all()) {
            Locator image = section.locator("img");
            image.scrollIntoViewIfNeeded();
            assertThat(image).hasAttribute("alt", Pattern.compile(".{20,}"));
            page.waitForCondition(() -> (Boolean) image.evaluate("i => i.complete"));
            assertThat(image.evaluate("i => [i.width > 0, i.naturalWidth, i.naturalHeight].join()"))
                    .as("picture of %s", section.getAttribute("id"))
                    .isEqualTo("true," + image.getAttribute("width") + "," + image.getAttribute("height"));
        }

        page.locator(".notice-toc a[href='#validation']").press("Enter");
        assertThat(page.locator("#validation h2")).isInViewport();
    }
}
