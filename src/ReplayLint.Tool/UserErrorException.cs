namespace ReplayLint.Tool;

/// <summary>Something that the user asked for cannot be done; the message says what to do instead.</summary>
internal sealed class UserErrorException(string message) : Exception(message);
