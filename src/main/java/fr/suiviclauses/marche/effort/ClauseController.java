package fr.suiviclauses.marche.effort;

import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.lot.LotLecture;
import fr.suiviclauses.marche.obligation.ObligationService;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The sentence for a lot's tender documents, with the value that its contract has: not the one that was proposed. */
@Controller
@RequiredArgsConstructor
class ClauseController {

    private final LotLecture lots;
    private final ObligationService obligations;

    @GetMapping("/lots/{id:\\d+}/clause")
    ModelAndView show(@PathVariable String id, @AuthenticationPrincipal UtilisateurConnecte moi) {
        LotConcerne lot = lots.find(Identifiant.parse(id), moi);
        String combien = commitment(lot, moi);
        String clause = combien == null ? "" : Clause.of(lot, lots.clauses(lot.id(), moi), combien, moi.structure());
        return new ModelAndView("marche/clause", "page", new ClausePage(lot, clause));
    }

    /** The price of the hour where orders make the obligation, else all that is signed, also what begins later. */
    private @Nullable String commitment(LotConcerne lot, UtilisateurConnecte moi) {
        if (lot.eurosParHeure() != null) return Clause.price(Effort.trimmed(lot.eurosParHeure()));
        BigDecimal heures = obligations.obligationOn(lot.id(), LocalDate.of(9999, 12, 31), moi);
        return heures.signum() == 0 ? null : Clause.total(heures);
    }
}
