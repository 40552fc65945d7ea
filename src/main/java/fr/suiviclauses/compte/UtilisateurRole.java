package fr.suiviclauses.compte;

import fr.suiviclauses.securite.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.io.Serializable;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One role of one account. */
@Entity
@IdClass(UtilisateurRole.Cle.class)
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class UtilisateurRole {

    record Cle(long utilisateurId, Role role) implements Serializable {}

    @Id
    private long utilisateurId;

    @Id
    @Enumerated(EnumType.STRING)
    private Role role;

    private long structureId;

    UtilisateurRole(long structureId, long utilisateurId, Role role) {
        this.structureId = structureId;
        this.utilisateurId = utilisateurId;
        this.role = role;
    }
}
