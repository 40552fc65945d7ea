package fr.suiviclauses.demo;

import fr.suiviclauses.compte.CompteService;
import fr.suiviclauses.securite.ComptesDemonstration;
import fr.suiviclauses.securite.Role;
import java.util.EnumSet;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** The demonstration's accounts. Their password is no secret: they open invented data to whoever tries the program. */
@Component
@RequiredArgsConstructor
class DemonstrationComptes implements ComptesDemonstration {

    private static final String MOT_DE_PASSE = "insertion-2021";

    private static final List<Personne> PERSONNES = List.of(
            new Personne("responsable@demonstration.example", "Claire Delmas", Role.RESPONSABLE),
            new Personne("facilitateur@demonstration.example", "Yanis Ferrand", Role.FACILITATEUR),
            new Personne("administrateur@demonstration.example", "Odile Marchetti", Role.ADMINISTRATEUR));

    private final CompteService comptes;

    private record Personne(String email, String nom, Role role) {}

    void open(long structureId) {
        for (Personne personne : PERSONNES) {
            comptes.openAccount(
                    structureId, personne.email(), personne.nom(), MOT_DE_PASSE, EnumSet.of(personne.role()));
        }
    }

    @Override
    public List<Compte> comptes() {
        if (comptes.demonstration().isEmpty()) {
            return List.of();
        }
        return PERSONNES.stream()
                .map(p -> new Compte(p.email(), MOT_DE_PASSE, p.nom(), p.role().libelle()))
                .toList();
    }
}
