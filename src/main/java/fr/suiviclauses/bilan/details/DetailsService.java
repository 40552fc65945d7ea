package fr.suiviclauses.bilan.details;

import fr.suiviclauses.bilan.details.DetailsRepository.Extrait;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Ligne;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the lists behind the figures. Names are for facilitators; the others read references. */
@Service
@RequiredArgsConstructor
class DetailsService {

    static final int TAILLE = 50;

    private final DetailsRepository details;

    @Transactional(readOnly = true)
    DetailsPage page(Perimetre perimetre, Liste liste, Precisions precisions, int page, UtilisateurConnecte moi) {
        boolean facilitateur = moi.has(Role.FACILITATEUR);
        boolean reservee = precisions.sensibles() && !facilitateur;
        Extrait extrait = details.find(
                perimetre, liste, precisions, facilitateur, reservee ? 0 : TAILLE, (long) (page - 1) * TAILLE);
        int pages = reservee ? 1 : (int) Math.max(1, (extrait.nombre() + TAILLE - 1) / TAILLE);
        if (page > pages) {
            throw new IntrouvableException("Cette liste n’a que " + pages + " pages.");
        }
        Adresse adresse = new Adresse(perimetre, liste, precisions);
        return new DetailsPage(
                liste.titre(),
                perimetre.phrase(),
                precisions.phrase(),
                total(liste, extrait.nombre(), extrait.heures()),
                reservee,
                new Grille(
                        liste.code(),
                        liste.titre(),
                        "",
                        extrait.colonnes(),
                        IntStream.range(0, extrait.lignes().size())
                                .mapToObj(i -> new Ligne(
                                        extrait.lignes().get(i).valeurs(),
                                        adresse.behind(extrait.cibles().get(i))))
                                .toList(),
                        null),
                page,
                pages,
                page > 1 ? adresse.page(page - 1) : null,
                page < pages ? adresse.page(page + 1) : null,
                "/bilan/" + perimetre.annee() + perimetre.requete());
    }

    private static String total(Liste liste, long nombre, @Nullable Heures heures) {
        return heures == null
                ? liste.count(nombre)
                : liste.count(nombre) + " · " + heures.exactes() + NombreAffiche.INSECABLE + "heures";
    }

    /** Where the list leads on. */
    private record Adresse(Perimetre perimetre, Liste liste, Precisions precisions) {

        String page(int page) {
            Map<String, String> parametres = precisions.parametres();
            if (page > 1) {
                parametres.put("page", String.valueOf(page));
            }
            return of(liste, perimetre.requeteAvec(parametres));
        }

        /** The monthly records of one line. */
        @Nullable
        String behind(@Nullable String cible) {
            if (cible == null) {
                return null;
            }
            if (liste == Liste.DONNEURS_ORDRES) {
                return of(
                        Liste.HEURES,
                        perimetre
                                .avecFiltres(perimetre.filtres().avecDonneurOrdre(cible))
                                .requete());
            }
            Precision une = switch (liste) {
                case BENEFICIAIRES -> Precision.PERSONNE;
                case MARCHES -> Precision.MARCHE;
                case CONTRATS -> Precision.CONTRAT;
                default -> throw new IllegalStateException("nothing behind a line of " + liste);
            };
            Map<Precision, String> suite = new HashMap<>();
            for (Precision gardee : List.of(Precision.FAMILLE, Precision.MODALITE, Precision.RESERVES)) {
                String valeur = precisions.valeur(gardee);
                if (valeur != null) {
                    suite.put(gardee, valeur);
                }
            }
            suite.put(une, cible);
            return of(Liste.HEURES, perimetre.requeteAvec(new Precisions(suite).parametres()));
        }

        private String of(Liste autre, String requete) {
            return "/bilan/" + perimetre.annee() + "/details/" + autre.code() + requete;
        }
    }
}
