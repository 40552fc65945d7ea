package fr.suiviclauses.heures;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.heures.Verdict.Niveau;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Checks and saves what is typed in the grid: all of it or nothing, in one transaction and a handful of statements. */
@Service
@RequiredArgsConstructor
class HeuresService {

    private final EtatHeures etats;
    private final Clock clock;

    /**
     * What would become of what is typed. Writes nothing.
     *
     * @throws IntrouvableException where a contract or a lot is not of the structure
     */
    @Transactional(readOnly = true)
    public List<Verdict> check(HeuresForm form, UtilisateurConnecte moi) {
        return judge(form, form.saisies(), moi);
    }

    /**
     * Saves what was changed, unless something stands against it: the verdicts then say what, and nothing is written.
     * What is there already is not written again, so that a double click or a form sent twice saves once.
     */
    @Transactional
    public List<Verdict> save(HeuresForm form, UtilisateurConnecte moi) {
        List<Saisie> changees = form.changees();
        if (changees.isEmpty()) return List.of();
        etats.lock(changees.stream().map(Saisie::cle).toList(), moi);
        List<Verdict> verdicts = judge(form, changees, moi);
        if (verdicts.stream().noneMatch(verdict -> verdict.niveau().empeche())) etats.write(verdicts, form, moi);
        return verdicts;
    }

    private List<Verdict> judge(HeuresForm form, List<Saisie> saisies, UtilisateurConnecte moi) {
        if (saisies.isEmpty()) return List.of();
        Map<Cle, Fait> faits = etats.read(saisies.stream().map(Saisie::cle).toList(), moi);
        if (!saisies.stream().allMatch(saisie -> faits.containsKey(saisie.cle())))
            throw new IntrouvableException("Ce contrat ou ce lot n’existe pas.");
        List<Verdict> verdicts = new Regles(form, faits, moi.dateMetier(clock), clock.getZone()).verdicts();
        List<Cle> effacees = verdicts.stream()
                .filter(v -> v.niveau() == Niveau.CONFLIT && v.fait().etat().heures() == null)
                .map(Verdict::cle)
                .toList();
        if (effacees.isEmpty()) return verdicts;
        etats.erasures(effacees, moi).forEach((cle, effacement) -> {
            Fait fait = faits.get(cle);
            if (fait != null) faits.put(cle, fait.efface(effacement.auteur(), effacement.moment()));
        });
        return new Regles(form, faits, moi.dateMetier(clock), clock.getZone()).verdicts();
    }

    /** How many cells were written. */
    static long written(List<Verdict> verdicts) {
        return verdicts.stream().filter(v -> v.niveau() != Niveau.INCHANGEE).count();
    }

    static Map<Cle, Verdict> parCle(List<Verdict> verdicts) {
        return verdicts.stream().collect(Collectors.toMap(Verdict::cle, verdict -> verdict, (a, b) -> b));
    }
}
