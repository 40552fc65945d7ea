package fr.suiviclauses.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** One Chromium for the whole run; a private window for each test, closed after it. */
class NavigateurExtension implements ExecutionCondition, ParameterResolver, BeforeEachCallback, AfterEachCallback {

    private static final Namespace NAMESPACE = Namespace.create(NavigateurExtension.class);
    private static final String NOTICE = """

              ********************************************************************************
              *  No Chromium on this machine: THE BROWSER TESTS ARE SKIPPED.                 *
              *  Install chromium (or Chrome), or name its program in the variable CHROMIUM. *
              ********************************************************************************
            """;
    private static final AtomicBoolean NOTICE_GIVEN = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (chromium().isPresent() || isCi()) {
            return ConditionEvaluationResult.enabled("a Chromium, or a machine that must have one");
        }
        if (!NOTICE_GIVEN.getAndSet(true)) {
            System.err.println(NOTICE);
        }
        return ConditionEvaluationResult.disabled("no Chromium on this machine");
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        if (chromium().isEmpty()) {
            throw new AssertionError("CI=true, and no Chromium for the browser tests: install it (see .ci/run)");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Navigateur.class;
    }

    @Override
    public Navigateur resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Chrome chrome = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(Chrome.class, key -> new Chrome(chromium().orElseThrow()), Chrome.class);
        String port =
                SpringExtension.getApplicationContext(context).getEnvironment().getProperty("local.server.port");
        return context.getStore(NAMESPACE)
                .computeIfAbsent(
                        Navigateur.class,
                        key -> new Navigateur(chrome.browser, "http://localhost:" + port),
                        Navigateur.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Navigateur navigateur = context.getStore(NAMESPACE).get(Navigateur.class, Navigateur.class);
        if (navigateur != null && context.getExecutionException().isEmpty()) {
            navigateur.assertNoComplaint();
        }
    }

    private static boolean isCi() {
        return "true".equals(System.getenv("CI"));
    }

    private static Optional<Path> chromium() {
        String named = System.getenv("CHROMIUM");
        Stream<String> usual = Stream.of(
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome",
                "/usr/bin/google-chrome-stable",
                "/snap/bin/chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
        return (named == null || named.isBlank() ? usual : Stream.of(named))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** The browser, ended when all tests have ended. */
    private static final class Chrome implements AutoCloseable {

        private final Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private final Browser browser;

        Chrome(Path program) {
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(program)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync",
                                    "--no-first-run")));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }
}
