package fr.suiviclauses.agregat;

import static java.util.Objects.requireNonNullElse;

import fr.suiviclauses.commun.NombreAffiche;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A declared figure as typed.
 *
 * @param version the version that it was opened on; empty for a new one
 */
record AgregatForm(
        String libelle,
        String annee,
        String heures,
        String beneficiaires,
        String operations,
        String etp,
        String objectif,
        String source,
        String version) {

    AgregatForm {
        libelle = requireNonNullElse(libelle, "");
        annee = requireNonNullElse(annee, "");
        heures = requireNonNullElse(heures, "");
        beneficiaires = requireNonNullElse(beneficiaires, "");
        operations = requireNonNullElse(operations, "");
        etp = requireNonNullElse(etp, "");
        objectif = requireNonNullElse(objectif, "");
        source = requireNonNullElse(source, "");
        version = requireNonNullElse(version, "");
    }

    static AgregatForm vide() {
        return new AgregatForm("", "", "", "", "", "", "", "", "");
    }

    static AgregatForm of(AgregatDeclare agregat) {
        return new AgregatForm(
                agregat.getLibelle(),
                Short.toString(agregat.getAnnee()),
                number(agregat.getHeures()),
                number(agregat.getBeneficiaires()),
                number(agregat.getOperations()),
                number(agregat.getEtp()),
                number(agregat.getObjectif()),
                requireNonNullElse(agregat.getSource(), ""),
                Integer.toString(agregat.getVersion()));
    }

    private static String number(@Nullable BigDecimal nombre) {
        return nombre == null
                ? ""
                : NombreAffiche.of(
                        nombre, Math.max(0, nombre.stripTrailingZeros().scale()));
    }

    private static String number(@Nullable Integer nombre) {
        return nombre == null ? "" : NombreAffiche.of(nombre);
    }
}
