package fr.suiviclauses.compte;

import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** An account that signs in; its roles are rows of utilisateur_role, read with it. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Utilisateur {

    @Id
    @GeneratedValue(generator = "utilisateur_seq")
    @SequenceGenerator(name = "utilisateur_seq", sequenceName = "utilisateur_seq")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "structure_id")
    private Structure structure;

    private String email;
    private String nom;

    /** Hashed; null while no password was chosen: such an account can't sign in by form. */
    private @Nullable String motDePasse;

    private boolean actif = true;

    Utilisateur(Structure structure, String email, String nom, @Nullable String motDePasse) {
        this.structure = structure;
        this.email = email;
        this.nom = nom;
        this.motDePasse = motDePasse;
    }

    UtilisateurConnecte connecte(Set<Role> roles) {
        return new UtilisateurConnecte(
                id, structure.getId(), email, nom, structure.getNom(), structure.getDateDemonstration(), roles);
    }
}
