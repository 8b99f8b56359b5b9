"""Under which license the words of the site stand, and what they do not replace: said in every file for programs."""

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
LICENSE_NAME = "CC BY 4.0"
NOT_A_SUBSTITUTE = "For clinicians. It is not a substitute for clinical judgment."
FOR_PATIENTS = "For patients. It is not a substitute for clinical judgment: what your own clinic tells you comes first."
