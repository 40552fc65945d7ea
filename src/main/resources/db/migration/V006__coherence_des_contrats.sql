-- What goes with what on a work contract: incoherences warn, they never refuse. One definition for imports and pages.

create function modalite_convient(modalite text, type_employeur text) returns boolean
    language sql immutable parallel safe
    return case modalite
        when 'EMBAUCHE_DIRECTE' then type_employeur = 'CLASSIQUE'
        when 'REGIE_QUARTIER' then type_employeur in ('REGIE_QUARTIER', 'EI', 'ACI')
        when 'EA' then type_employeur in ('EA', 'EATT')
        when 'SOUS_TRAITANCE_EI' then type_employeur in ('EI', 'ACI', 'REGIE_QUARTIER', 'EA', 'ESAT')
        when 'COTRAITANCE_EI' then type_employeur in ('EI', 'ACI', 'REGIE_QUARTIER', 'EA', 'ESAT')
        when 'AUTRE' then true
        else type_employeur = modalite end;
comment on function modalite_convient is 'Whether an employer of this type can offer this modality';

create function type_contrat_convient(type_contrat text, modalite text) returns boolean
    language sql immutable parallel safe
    return case type_contrat
        when 'CTT' then modalite in ('ETT', 'ETTI', 'EA', 'AUTRE')
        when 'CDDI' then modalite in ('ETTI', 'AI', 'EI', 'ACI', 'REGIE_QUARTIER', 'SOUS_TRAITANCE_EI', 'COTRAITANCE_EI', 'AUTRE')
        when 'SOUTIEN_ESAT' then modalite in ('ESAT', 'AUTRE')
        else coalesce(modalite <> 'ESAT', true) end;
comment on function type_contrat_convient is 'Whether a contract of this type goes with this modality';
