package fr.suiviclauses.securite;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Sign-in by form for pages, by token for the API; everything else is closed. */
@Configuration(proxyBeanMethods = false)
class SecuriteConfig {

    /** No inline script or style anywhere: what an attacker could inject would not run. */
    static final String POLITIQUE_DE_CONTENU =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final String INCONNUE = SecuriteConfig.class.getName() + ".INCONNUE";

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Jetons jetons) throws Exception {
        return http.securityMatcher("/api/**")
                .csrf(csrf -> csrf.disable()) // a bearer token is never sent by a browser on its own
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .addFilterBefore(new JetonFilter(jetons), UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(SecuriteConfig::applyRules)
                .exceptionHandling(refus -> refus.authenticationEntryPoint(
                                (request, response, cause) -> Problemes.nonIdentifie(response))
                        .accessDeniedHandler((request, response, cause) -> {
                            if (request.getAttribute(INCONNUE) != null) {
                                Problemes.introuvable(response);
                            } else {
                                Problemes.interdit(response);
                            }
                        }))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, EnvoisGardes envois) throws Exception {
        return http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLITIQUE_DE_CONTENU))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .authorizeHttpRequests(SecuriteConfig::applyRules)
                .formLogin(form -> form.loginPage("/connexion")
                        .loginProcessingUrl("/connexion")
                        .usernameParameter("identifiant")
                        .passwordParameter("mot_de_passe")
                        .failureHandler(new EchecConnexionHandler())
                        .defaultSuccessUrl("/"))
                .logout(sortie -> sortie.logoutUrl("/deconnexion").logoutSuccessUrl("/connexion?deconnexion"))
                .exceptionHandling(refus -> refus.accessDeniedHandler(
                        (request, response, cause) -> refuse(request, response, cause, envois)))
                .build();
    }

    private static void applyRules(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requetes) {
        requetes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                .permitAll();
        requetes.requestMatchers(Acces.PUBLICS.toArray(String[]::new)).permitAll();
        for (Acces regle : Acces.REGLES) {
            (regle.lecture()
                            ? requetes.requestMatchers(HttpMethod.GET, regle.motif())
                            : requetes.requestMatchers(regle.motif()))
                    .hasAnyAuthority(regle.authorities());
        }
        requetes.anyRequest().access((identification, contexte) -> {
            contexte.getRequest().setAttribute(INCONNUE, true);
            return new AuthorizationDecision(false);
        });
    }

    /**
     * An address that no rule knows does not exist for anybody: 404 rather than 403. An expired form is told so, or kept
     * for its author.
     */
    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause, EnvoisGardes envois)
            throws IOException {
        String suite = cause instanceof CsrfException ? envois.keep(request) : null;
        if (cause instanceof CsrfException && "/connexion".equals(request.getServletPath())) {
            response.sendRedirect(request.getContextPath() + "/connexion?expiree");
        } else if (suite != null) {
            response.sendRedirect(request.getContextPath() + suite);
        } else if (request.getAttribute(INCONNUE) != null) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }
}
