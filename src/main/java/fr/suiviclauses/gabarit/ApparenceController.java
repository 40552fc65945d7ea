package fr.suiviclauses.gabarit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps the choice of light or dark in a cookie, without a script, signed in or not. */
@Controller
class ApparenceController {

    static final String COOKIE = "apparence";

    @PostMapping("/apparence")
    String choose(
            @RequestParam @Nullable String apparence,
            @RequestParam(defaultValue = "/") String retour,
            HttpServletRequest request,
            HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(
                        COOKIE, Apparence.of(apparence).code())
                .path(request.getContextPath() + "/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return "redirect:" + Retour.local(retour);
    }
}
