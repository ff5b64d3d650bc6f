package dev.fk.core.schema;

import org.apiguardian.api.API;

/** Stands in until the first real type: an empty package can be neither exported nor documented. */
@API(status = API.Status.INTERNAL)
public enum Placeholder {}
