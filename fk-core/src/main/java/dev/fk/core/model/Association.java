package dev.fk.core.model;

/** An association as it was declared: who, whom, how, where. */
sealed interface Association {
    Model source();

    Model target();

    AssociationSpec<?> spec();

    DeclarationSite site();

    /** As people write it: {@code User.hasMany(Post)}. */
    default String describe() {
        return source().name() + "." + verb() + "(" + target().name() + ")";
    }

    String verb();

    /** One whose foreign key is on one of the two models. */
    sealed interface Direct extends Association {
        @Override
        DirectAssociationSpec<?> spec();

        /** The model with the foreign key. */
        Model child();

        /** The model that is referenced. */
        Model parent();
    }

    record HasOne(Model source, Model target, HasOneSpec spec, DeclarationSite site) implements Direct {
        @Override
        public Model child() {
            return target;
        }

        @Override
        public Model parent() {
            return source;
        }

        @Override
        public String verb() {
            return "hasOne";
        }
    }

    record HasMany(Model source, Model target, HasManySpec spec, DeclarationSite site) implements Direct {
        @Override
        public Model child() {
            return target;
        }

        @Override
        public Model parent() {
            return source;
        }

        @Override
        public String verb() {
            return "hasMany";
        }
    }

    record BelongsTo(Model source, Model target, BelongsToSpec spec, DeclarationSite site) implements Direct {
        @Override
        public Model child() {
            return source;
        }

        @Override
        public Model parent() {
            return target;
        }

        @Override
        public String verb() {
            return "belongsTo";
        }
    }

    record BelongsToMany(Model source, Model target, BelongsToManySpec spec, DeclarationSite site)
            implements Association {
        @Override
        public String verb() {
            return "belongsToMany";
        }
    }
}
